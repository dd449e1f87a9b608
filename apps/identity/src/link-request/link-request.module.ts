import { Module } from '@nestjs/common';
import { LetterModule } from '../letter/letter.module';
import { ProjectModule } from '../project/project.module';
import { LinkRequests } from './link-requests';
import { PortalSignIn } from './portal-sign-in';

@Module({
  imports: [LetterModule, ProjectModule],
  providers: [LinkRequests, PortalSignIn],
  exports: [LinkRequests, PortalSignIn],
})
export class LinkRequestModule {}
