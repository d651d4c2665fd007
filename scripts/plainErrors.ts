// Ends a script with what went wrong in words: a stack helps nobody who only typed a command.
process.on('uncaughtException', error => {
  console.error(error.message);
  process.exit(1);
});
