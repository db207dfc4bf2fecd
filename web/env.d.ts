/** What Vite resolves and TypeScript does not: stylesheets for their effect, or as text. */
declare module '*.css';
declare module '*.css?inline' {
  const text: string;
  export default text;
}
