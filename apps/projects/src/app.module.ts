import { Module, type DynamicModule } from '@nestjs/common';
import { MessagingModule } from '@porchlight/messaging';
import { PlatformModule } from '@porchlight/platform';
import { Activity } from './activity/activity.entity';
import { CompanyModule } from './company/company.module';
import { Company } from './company/company.entity';
import type { Config } from './config';
import { ConfirmationModule } from './confirmation/confirmation.module';
import { FileModule } from './file/file.module';
import { ProjectFile } from './file/project-file.entity';
import { Invitation } from './invitation/invitation.entity';
import { Item } from './item/item.entity';
import { ItemModule } from './item/item.module';
import { Member } from './member/member.entity';
import { MemberModule } from './member/member.module';
import { Person } from './member/person.entity';
import { Milestone } from './milestone/milestone.entity';
import { MilestoneModule } from './milestone/milestone.module';
import { Note } from './note/note.entity';
import { NoteModule } from './note/note.module';
import { ProjectPortal } from './portal-view/project-portal.entity';
import { Sums } from './portal-view/sums';
import { Project } from './project/project.entity';
import { ProjectModule } from './project/project.module';
import { Subscriptions } from './subscriptions';
import { Task } from './task/task.entity';
import { TaskModule } from './task/task.module';
import { Update } from './update/update.entity';
import { UpdateModule } from './update/update.module';

const service = 'projects';
const entities = [
  Activity,
  Company,
  Invitation,
  Item,
  Member,
  Milestone,
  Note,
  Person,
  Project,
  ProjectFile,
  ProjectPortal,
  Sums,
  Task,
  Update,
];

@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({ service, config, entities }),
        MessagingModule.with({ service, config }),
        CompanyModule,
        ConfirmationModule,
        FileModule,
        ItemModule,
        MemberModule,
        MilestoneModule,
        NoteModule,
        ProjectModule,
        TaskModule,
        UpdateModule,
      ],
      controllers: [Subscriptions],
    };
  }
}
