document.documentElement.dataset.part = 'ran';
