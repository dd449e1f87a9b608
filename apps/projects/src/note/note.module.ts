import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module';
import { ProjectAccessModule } from '../project/project-access.module';
import { NoteController } from './note.controller';
import { NoteService } from './note.service';

@Module({ imports: [ActivityModule, ProjectAccessModule], controllers: [NoteController], providers: [NoteService] })
export class NoteModule {}
