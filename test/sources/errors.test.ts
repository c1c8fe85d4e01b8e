import { expect } from '@open-wc/testing';
import { SourceError, type SourceErrorDetails } from '../../src/sources/errors.ts';

describe('an error of a source that was written without types', () => {
  it('holds what an error of ours holds, and nothing that would take its place', () => {
    const details = { status: 422, errors: undefined, kind: 'offline', message: 'Oops', retry: true } as unknown as SourceErrorDetails;
    const error = new SourceError('invalid-data', details);
    expect([error.kind, error.message, error.retry, error.status, error.errors]).to.deep.equal(['invalid-data', 'invalid-data 422', false, 422, []]);
  });
});
