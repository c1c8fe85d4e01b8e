import './part.js';

document.documentElement.dataset.whole = 'ran';
