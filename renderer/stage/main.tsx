import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import { App } from './App';
import './stage.css';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
