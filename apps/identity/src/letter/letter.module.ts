import { Module } from '@nestjs/common';
import { LetterAnswers } from './letter-answers';
import { Letters } from './letters';
import { MailedLinks } from './mailed-links';

@Module({ providers: [LetterAnswers, Letters, MailedLinks], exports: [LetterAnswers, Letters, MailedLinks] })
export class LetterModule {}
