/** Dictionaries of OpenCC as the package ships them: `from to[ to…]`, parted by `|`. */
declare module 'opencc-js/dict/STCharacters' {
  const entries: string;
  export default entries;
}
declare module 'opencc-js/dict/STPhrases' {
  const entries: string;
  export default entries;
}
declare module 'opencc-js/dict/TWVariants' {
  const entries: string;
  export default entries;
}
