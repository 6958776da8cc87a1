import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {useRows} from '../../src/app/use-rows.ts';
import {referenceUse} from './use-state.ts';

describe('a stay that the record left open', () => {
  const open = (died: boolean) =>
    useRows({...referenceUse().value, died}).filter(({flags}) => flags.includes('ongoing'));

  it('is going on now for who is alive', () => {
    assert.deepEqual(
      open(false).map(({event}) => event.id),
      ['e21'],
    );
  });

  it('is not said to be going on for who has died', () => {
    assert.deepEqual(open(true), []);
  });
});
