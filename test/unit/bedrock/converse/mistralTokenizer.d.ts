/** The package comes without types. */
declare module 'mistral-tokenizer-js' {
  const tokenizer: { encode(text: string, addBosToken?: boolean): number[] };
  export default tokenizer;
}
