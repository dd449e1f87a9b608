import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { FileController } from '../file/file.controller';
import { PublicFiles } from '../file/public-files';
import { ShareLinkModule } from '../link/share-link.module';
import { PageController } from './page.controller';
import { PageService } from './page.service';
import { PortalApp } from './portal-app';
import { PortalFiles } from './portal-files';
import { ReadOnlyController } from './read-only.controller';
import { ViewController } from './view.controller';
import { ViewModule } from './view.module';

/** What browsers fetch: the page, its files, the view and the pictures it names. */
@Module({
  imports: [AccessModule, ViewModule, ShareLinkModule],
  controllers: [PageController, ViewController, FileController, ReadOnlyController],
  providers: [PageService, PortalApp, PortalFiles, PublicFiles],
})
export class PageModule {}
