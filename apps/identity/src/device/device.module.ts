import { Global, Module } from '@nestjs/common';
import { DeviceCookie } from './device-cookie';

/** Global because every way to prove who one is makes the device known. */
@Global()
@Module({ providers: [DeviceCookie], exports: [DeviceCookie] })
export class DeviceModule {}
