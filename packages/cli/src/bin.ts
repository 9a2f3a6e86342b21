#!/usr/bin/env node
import { main } from './main.js';

// A reader that closes the pipe early (`careway check … | head`) has seen what it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2));
