import { Module } from '@nestjs/common';
import { MeController } from './me.controller';
import { MeService } from './me.service';
import { PasswordHasher } from './password-hasher';

@Module({ controllers: [MeController], providers: [PasswordHasher, MeService], exports: [PasswordHasher] })
export class PersonModule {}
