import { constants, deflateRawSync } from 'node:zlib';

const text = 0x81;
/** "This message is compressed" (RFC 7692, section 6). */
const compressed = 0x40;
const longestInHeader = 125;
const longestIn16Bits = 65_535;
/** What a sync flush ends with; the receiver puts it back (RFC 7692, section 7.2.1). In bytes. */
const flushTail = 4;

/** A whole text message in one unmasked frame, as servers send it (RFC 6455, section 5.2). */
export const textFrame = (payload: Buffer): Buffer => Buffer.concat([headerOf(payload.length, text), payload]);

/** The same, compressed on its own: readable by every client that agreed on permessage-deflate with the full window. */
export const deflatedTextFrame = (payload: Buffer): Buffer => {
  const flushed = deflateRawSync(payload, { finishFlush: constants.Z_SYNC_FLUSH });
  const body = flushed.subarray(0, flushed.length - flushTail);
  return Buffer.concat([headerOf(body.length, text | compressed), body]);
};

const headerOf = (length: number, firstByte: number): Buffer => {
  if (length <= longestInHeader) return Buffer.from([firstByte, length]);
  const header = Buffer.alloc(length <= longestIn16Bits ? 4 : 10);
  header[0] = firstByte;
  if (length <= longestIn16Bits) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeUIntBE(length, 4, 6);
  }
  return header;
};
