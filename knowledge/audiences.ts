/** Everybody, and customers who are signed in: whom the chat answers from a passage's text. Any other name is a shop's own. */
export const EVERYBODY = 'public';
export const SIGNED_IN = 'customers';

/** What people call the two. */
const CALLED: ReadonlyArray<[RegExp, string]> = [
  [/^(?:public|all|any|anyone|everyone|everybody|公开|公開|所有人|全部|全体|任何人)$/i, EVERYBODY],
  [/^(?:(?:signed|logged)[- ]in(?: customers?)?|customers?|(?:已?登[录入]的?)?(?:顾客|客户|用户))$/i, SIGNED_IN],
];

/** An audience by what somebody calls it. */
export const audienceOf = (name: string): string => CALLED.find(([called]) => called.test(name))?.[1] ?? name;
