// fhirclient asks for `require('isomorphic-webcrypto').default`; every supported browser and Node has it built in.
module.exports = {default: globalThis.crypto};
