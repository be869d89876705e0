import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import { App } from './App';
import './slides.css';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
