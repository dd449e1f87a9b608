import { Controller, Get, Header } from '@nestjs/common';
import { Describe, Public } from '@porchlight/platform';
import { SigningKeys, type PublicKey } from './signing-keys';

@Controller('api/identity/.well-known/jwks.json')
@Public()
export class JwksController {
  constructor(private readonly keys: SigningKeys) {}

  @Get()
  @Header('cache-control', 'public, max-age=300')
  @Describe({ summary: 'The public keys of access tokens (RFC 7517).', access: 'anyone' })
  read(): { keys: readonly PublicKey[] } {
    return { keys: this.keys.published };
  }
}
