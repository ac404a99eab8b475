/** A file that the build takes in as text. */
declare module '*.yaml' {
  const text: string;
  export default text;
}
