"""How clients rename classes and ids, so that mails and their own pages do not meet."""
