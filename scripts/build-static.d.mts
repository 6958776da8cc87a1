export function buildStatic(choice?: {readonly force?: boolean}): Promise<void>;
