import { walk } from './walk.js';

walk('angular');
