/** Puts a file in another's place in one go. Needed by nothing that only reads: import it with `import()`. */
export { default as writeAtomically } from 'write-file-atomic';
