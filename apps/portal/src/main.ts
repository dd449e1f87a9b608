import { bootstrapApplication } from '@angular/platform-browser';
import { Portal } from './app/portal';
import { languageFor } from './app/words/language';

void bootstrapApplication(Portal, { providers: [languageFor(document)] });
