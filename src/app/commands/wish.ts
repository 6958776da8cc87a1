import type {Session} from '../session.ts';
import type * as Writes from './writes.ts';

/** Names of the commands that write. */
export type WishName = keyof typeof Writes;

type Rest<N extends WishName> = (typeof Writes)[N] extends (
  session: Session,
  ...args: infer A extends readonly unknown[]
) => Promise<void>
  ? A
  : never;

/** Carries out the command of a name; the promise resolves when the server has answered and the state is updated. */
export type Wish = <N extends WishName>(key: string, name: N, ...args: Rest<N>) => Promise<void>;
