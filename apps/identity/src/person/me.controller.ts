import { Controller, Get } from '@nestjs/common';
import { meSchema, type Me } from '@porchlight/contracts';
import { Caller, Describe } from '@porchlight/platform';
import { MeService } from './me.service';

@Controller('api/identity/me')
export class MeController {
  constructor(private readonly me: MeService) {}

  @Get()
  @Describe({ summary: 'Who is signed in, and what they belong to.', access: 'signed-in', reply: meSchema })
  read(@Caller() caller: Caller): Promise<Me> {
    return this.me.of(caller.personId);
  }
}
