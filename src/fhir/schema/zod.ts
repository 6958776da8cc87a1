import * as z from 'zod/mini';

// Without this zod tries `new Function`, which a strict Content-Security-Policy reports even though zod catches it.
z.config({jitless: true});

export {z};
