import type {ResourceName} from '../../domain/problem.ts';
import type {Result} from '../../domain/result.ts';
import type {SendFailure, SendOutcome} from '../client.ts';
import {printRaw, type RawObject} from './raw-json.ts';
import type {WritePort} from './write-port.ts';

/** Sends a resource as the successor of one version: the server refuses it when that is no longer the newest. */
export function put(
  port: WritePort,
  {what, id}: {readonly what: ResourceName; readonly id: string},
  body: RawObject,
  version: string | null,
): Promise<Result<SendOutcome, SendFailure>> {
  return port.send({
    method: 'PUT',
    path: `${what}/${encodeURIComponent(id)}`,
    headers: version === null ? {} : {'If-Match': `W/"${version}"`},
    body: printRaw(body),
    what,
  });
}
