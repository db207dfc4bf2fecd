/** What Vite resolves and TypeScript does not: stylesheets for their effect, or as text. */
declare module '*.css';
declare module '*.css?inline' {
  const text: string;
  export default text;
}
/** A file that is served as it is: its address. */
declare module '*?url' {
  const url: string;
  export default url;
}
