/** Two things may be named side by side. */
export const JOINED = /和|跟|与|还是|以及|、|\b(?:and|or|vs|versus|than|with)\b|[&,]/;
