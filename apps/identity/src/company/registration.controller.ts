import { Controller, Get } from '@nestjs/common';
import { registrationSchema } from '@porchlight/contracts';
import { Describe, Public } from '@porchlight/platform';
import type { z } from 'zod';
import { Registration } from './registration';

@Controller('api/identity/registration')
@Public()
export class RegistrationController {
  constructor(private readonly registration: Registration) {}

  @Get()
  @Describe({ summary: 'Whether companies may register here themselves.', access: 'anyone', reply: registrationSchema })
  read(): z.infer<typeof registrationSchema> {
    return { open: this.registration.open };
  }
}
