/**
 * What a browser is asked for, or a fault where it does not answer in time: some never do.
 * @param patience in milliseconds
 * @throws {DOMException} `TimeoutError`, and whatever `asked` ends with
 */
export function inTime<Result>(asked: Promise<Result>, patience: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), patience);
    void asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
