"""From a company's domain to its brand kit: the first arrow of the mail's road."""
