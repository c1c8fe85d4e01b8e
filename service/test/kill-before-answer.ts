import { ServerResponse } from 'node:http';

/** Imported before the service: it is killed when feedback is stored and its receipt is about to be sent. */
const writeHead = ServerResponse.prototype.writeHead as (...given: unknown[]) => ServerResponse;

ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
  if (given[0] === 201) process.kill(process.pid, 'SIGKILL');
  return writeHead.apply(this, given);
};
