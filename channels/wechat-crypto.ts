import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { unauthorized } from '../config/errors.ts';

const BLOCK = 32;

/** Hex SHA-1 of the sorted parts, joined: how WeChat signs (its own choice of hash). */
export const wechatSignature = (...parts: string[]): string =>
  createHash('sha1').update(parts.sort().join('')).digest('hex');

/** AppError 401 unless the signature is that of the parts. */
export function verifySignature(given: string | undefined, ...parts: string[]): void {
  const right = wechatSignature(...parts);
  if (given?.length !== right.length || !timingSafeEqual(Buffer.from(given), Buffer.from(right)))
    throw unauthorized('The signature does not fit.');
}

/** WeChat's message encryption: AES-256-CBC, key and IV from the EncodingAESKey, PKCS#7 to 32 bytes. */
export function createWechatCipher(encodingAesKey: string, appId: string) {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const iv = key.subarray(0, 16);
  return {
    /** AppError 401 when it is not for this account. */
    decrypt(encrypted: string): string {
      try {
        const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
        const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
        const padding = padded.at(-1) ?? 0;
        const plain = padded.subarray(0, padded.length - (padding >= 1 && padding <= BLOCK ? padding : 0));
        const length = plain.readUInt32BE(16);
        if (plain.subarray(20 + length).toString('utf8') !== appId) throw new Error('another account');
        return plain.subarray(20, 20 + length).toString('utf8');
      } catch {
        throw unauthorized('The message could not be decrypted: check WECHAT_AES_KEY and WECHAT_APP_ID.');
      }
    },
    encrypt(text: string): string {
      const message = Buffer.from(text, 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(message.length);
      const plain = Buffer.concat([randomBytes(16), length, message, Buffer.from(appId, 'utf8')]);
      const padding = BLOCK - (plain.length % BLOCK);
      const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
      return Buffer.concat([
        cipher.update(plain),
        cipher.update(Buffer.alloc(padding, padding)),
        cipher.final(),
      ]).toString('base64');
    },
  };
}
