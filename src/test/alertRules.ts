import { parse } from 'yaml';
import { type AlertRuleFile } from '../domain/settings/alertRules';
import text from './alertRulesText';

export default parse(text) as AlertRuleFile;
