declare module '*.css?url' {
  /** Address of the built style sheet. */
  const address: string;
  export default address;
}
