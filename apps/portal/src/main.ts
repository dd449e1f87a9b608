import { bootstrapApplication } from '@angular/platform-browser';
import { Portal } from './app/portal';

void bootstrapApplication(Portal);
