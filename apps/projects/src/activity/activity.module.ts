import { Module } from '@nestjs/common';
import { Trail } from './trail';

@Module({ providers: [Trail], exports: [Trail] })
export class ActivityModule {}
