import { journalContract } from './journal-contract';
import { inProcess } from './set-up';

journalContract(inProcess);
