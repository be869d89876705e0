import '../ui/fonts.css';
import { startPainter } from './painter';

// nothing is mounted: this page is never seen
if (window.painter !== undefined) startPainter(window.painter, document.fonts);
