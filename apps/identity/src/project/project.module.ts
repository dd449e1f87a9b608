import { Module } from '@nestjs/common';
import { Projects } from './projects';

@Module({ providers: [Projects], exports: [Projects] })
export class ProjectModule {}
