<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AbDialog</name>
    <message>
        <source>A/B versions – {name}</source>
        <translation>Versions A/B – {name}</translation>
    </message>
    <message>
        <source>A/B versions</source>
        <translation>Versions A/B</translation>
    </message>
    <message>
        <source>New version…</source>
        <translation>Nouvelle version…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Open this version</source>
        <translation>Ouvrir cette version</translation>
    </message>
    <message>
        <source>Which one does better?</source>
        <translation>Laquelle plaît le plus&#x202f;?</translation>
    </message>
    <message>
        <source>Make another version of this mail, with another subject or picture, and send both to a few people each. It begins as a copy of this one.</source>
        <translation>Créez une autre version de ce message, avec un autre objet ou une autre image, et envoyez chacune à quelques personnes. Elle commence comme une copie de celle-ci.</translation>
    </message>
    <message>
        <source>Open now: previews and exports show it</source>
        <translation>Ouverte&#xa0;: aperçus et exports la montrent</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Mise de côté</translation>
    </message>
</context>
<context>
    <name>AbSwitch</name>
    <message>
        <source>A/B version</source>
        <translation>Version A/B</translation>
    </message>
</context>
<context>
    <name>AbVersions</name>
    <message>
        <source>Original</source>
        <translation>D’origine</translation>
    </message>
    <message>
        <source>New A/B version</source>
        <translation>Nouvelle version A/B</translation>
    </message>
    <message>
        <source>Open version {letter}</source>
        <translation>Ouvrir la version {letter}</translation>
    </message>
    <message>
        <source>Rename an A/B version</source>
        <translation>Renommer une version A/B</translation>
    </message>
    <message>
        <source>Delete version {letter}</source>
        <translation>Supprimer la version {letter}</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>New sub-account of {account}</source>
        <translation>Nouveau sous-compte de {account}</translation>
    </message>
    <message>
        <source>Settings of {account}</source>
        <translation>Réglages de {account}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Id, which stays</source>
        <translation>Identifiant, définitif</translation>
    </message>
    <message>
        <source>Pays for these brands</source>
        <translation>Paie pour ces marques</translation>
    </message>
    <message>
        <source>Pays for these templates</source>
        <translation>Paie pour ces modèles</translation>
    </message>
    <message>
        <source>Tell at these levels, in per cent</source>
        <translation>Alerter à ces niveaux, en pour cent</translation>
    </message>
    <message>
        <source>Time zone in which a month begins</source>
        <translation>Fuseau horaire du début de mois</translation>
    </message>
    <message>
        <source>Choose brands</source>
        <translation>Choisir des marques</translation>
    </message>
    <message>
        <source>Choose templates</source>
        <translation>Choisir des modèles</translation>
    </message>
    <message>
        <source>Such as welcome.*, newsletter.fr</source>
        <translation>Par exemple welcome.*, newsletter.fr</translation>
    </message>
    <message>
        <source>Make the sub-account</source>
        <translation>Créer le sous-compte</translation>
    </message>
    <message>
        <source>Keep the settings</source>
        <translation>Enregistrer les réglages</translation>
    </message>
    <message>
        <source>What it pays for</source>
        <translation>Ce qu’il paie</translation>
    </message>
    <message>
        <source>Each month</source>
        <translation>Chaque mois</translation>
    </message>
    <message>
        <source>Commas between them. What no sub-account pays for is paid by the one above.</source>
        <translation>Séparez-les par des virgules. Ce qu’aucun sous-compte ne paie est payé par le compte du dessus.</translation>
    </message>
    <message>
        <source>The budget comes from the account above when a month begins.</source>
        <translation>Le budget vient du compte du dessus au début de chaque mois.</translation>
    </message>
    <message>
        <source>Sub-accounts may draw on its tokens when theirs are used up</source>
        <translation>Les sous-comptes peuvent puiser dans ses jetons quand les leurs sont épuisés</translation>
    </message>
    <message>
        <source>Monthly budget</source>
        <translation>Budget mensuel</translation>
    </message>
    <message>
        <source>Warn when this many are used</source>
        <translation>Avertir à partir de</translation>
    </message>
    <message>
        <source>Refuse to use more than</source>
        <translation>Refuser au-delà de</translation>
    </message>
    <message>
        <source>At the end of the month</source>
        <translation>À la fin du mois</translation>
    </message>
    <message>
        <source>What is left goes back</source>
        <translation>Ce qui reste est rendu</translation>
    </message>
    <message>
        <source>What is left stays</source>
        <translation>Ce qui reste est reporté</translation>
    </message>
</context>
<context>
    <name>AccountPane</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Drag an account onto another to move tokens.</source>
        <translation>Glissez un compte sur un autre pour déplacer des jetons.</translation>
    </message>
    <message>
        <source>More for this account</source>
        <translation>Plus d’actions sur ce compte</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Donner</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Acheter</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
</context>
<context>
    <name>AccountTree</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
</context>
<context>
    <name>AccountVerbs</name>
    <message>
        <source>Give tokens…</source>
        <translation>Donner des jetons…</translation>
    </message>
    <message>
        <source>Take tokens back…</source>
        <translation>Reprendre des jetons…</translation>
    </message>
    <message>
        <source>Take all back</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Buy tokens…</source>
        <translation>Acheter des jetons…</translation>
    </message>
    <message>
        <source>Correct the balance…</source>
        <translation>Corriger le solde…</translation>
    </message>
    <message>
        <source>New sub-account…</source>
        <translation>Nouveau sous-compte…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Roles…</source>
        <translation>Rôles…</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>Fermer le compte</translation>
    </message>
    <message>
        <source>Reopen the account</source>
        <translation>Rouvrir le compte</translation>
    </message>
    <message>
        <source>Taking tokens back</source>
        <translation>Reprise des jetons</translation>
    </message>
    <message>
        <source>Closing the account</source>
        <translation>Fermeture du compte</translation>
    </message>
    <message>
        <source>Reopening the account</source>
        <translation>Réouverture du compte</translation>
    </message>
    <message>
        <source>Changing the accounts</source>
        <translation>Modification des comptes</translation>
    </message>
    <message>
        <source>Reading the account</source>
        <translation>Lecture du compte</translation>
    </message>
    <message>
        <source>Reading the roles</source>
        <translation>Lecture des rôles</translation>
    </message>
    <message>
        <source>Setting a role</source>
        <translation>Attribution d’un rôle</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>New from a domain…</source>
        <translation>Nouveau à partir d’un domaine…</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Ouvrir un espace de travail…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Ouvrir l’exemple</translation>
    </message>
    <message>
        <source>Read again and make the pictures</source>
        <translation>Relire et refaire les images</translation>
    </message>
    <message>
        <source>Export to a zip…</source>
        <translation>Exporter dans un zip…</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Contact sheet in the browser</source>
        <translation>Planche-contact dans le navigateur</translation>
    </message>
    <message>
        <source>Close the workspace</source>
        <translation>Fermer l’espace de travail</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Préférences…</translation>
    </message>
    <message>
        <source>Update all templates…</source>
        <translation>Mettre à jour tous les modèles…</translation>
    </message>
    <message>
        <source>Undo the last change of a brand</source>
        <translation>Annuler le dernier changement de marque</translation>
    </message>
    <message>
        <source>New brand from a site…</source>
        <translation>Nouvelle marque à partir d’un site…</translation>
    </message>
    <message>
        <source>New brand by hand…</source>
        <translation>Nouvelle marque à la main…</translation>
    </message>
    <message>
        <source>Many companies…</source>
        <translation>Plusieurs entreprises…</translation>
    </message>
    <message>
        <source>Import a brand…</source>
        <translation>Importer une marque…</translation>
    </message>
    <message>
        <source>Export the brand…</source>
        <translation>Exporter la marque…</translation>
    </message>
    <message>
        <source>Copy the brand</source>
        <translation>Copier la marque</translation>
    </message>
    <message>
        <source>Rename the brand…</source>
        <translation>Renommer la marque…</translation>
    </message>
    <message>
        <source>Make it the default brand</source>
        <translation>En faire la marque par défaut</translation>
    </message>
    <message>
        <source>Move templates to this brand…</source>
        <translation>Passer des modèles à cette marque…</translation>
    </message>
    <message>
        <source>Read the site again…</source>
        <translation>Relire le site…</translation>
    </message>
    <message>
        <source>Delete the brand…</source>
        <translation>Supprimer la marque…</translation>
    </message>
    <message>
        <source>Brand panel</source>
        <translation>Panneau de la marque</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Gallery and preview</source>
        <translation>Galerie et aperçu</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>320 pixels wide</source>
        <translation>320 pixels de large</translation>
    </message>
    <message>
        <source>375 pixels wide</source>
        <translation>375 pixels de large</translation>
    </message>
    <message>
        <source>600 pixels wide</source>
        <translation>600 pixels de large</translation>
    </message>
    <message>
        <source>Desktop: the mail and its margins</source>
        <translation>Bureau&#xa0;: le message et ses marges</translation>
    </message>
    <message>
        <source>Light mail</source>
        <translation>E-mail clair</translation>
    </message>
    <message>
        <source>Dark mail</source>
        <translation>E-mail sombre</translation>
    </message>
    <message>
        <source>Switch light and dark mail</source>
        <translation>Alterner e-mail clair et sombre</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Ajuster à la largeur</translation>
    </message>
    <message>
        <source>Next template</source>
        <translation>Modèle suivant</translation>
    </message>
    <message>
        <source>Previous template</source>
        <translation>Modèle précédent</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Next result</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>Previous result</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation>Aller à la ligne…</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Compléter</translation>
    </message>
    <message>
        <source>Comment on or off</source>
        <translation>Commenter ou décommenter</translation>
    </message>
    <message>
        <source>Fold or unfold</source>
        <translation>Replier ou déplier</translation>
    </message>
    <message>
        <source>Fold all sections</source>
        <translation>Replier toutes les sections</translation>
    </message>
    <message>
        <source>Unfold everything</source>
        <translation>Tout déplier</translation>
    </message>
    <message>
        <source>Show in the code</source>
        <translation>Montrer dans le code</translation>
    </message>
    <message>
        <source>Show in the design</source>
        <translation>Montrer dans la maquette</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Problème suivant</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Problème précédent</translation>
    </message>
    <message>
        <source>Fix the problem</source>
        <translation>Corriger le problème</translation>
    </message>
    <message>
        <source>Fix all problems</source>
        <translation>Corriger tous les problèmes</translation>
    </message>
    <message>
        <source>Edit the template</source>
        <translation>Modifier le modèle</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>Tout enregistrer</translation>
    </message>
    <message>
        <source>Close the template</source>
        <translation>Fermer le modèle</translation>
    </message>
    <message>
        <source>All templates</source>
        <translation>Tous les modèles</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Partagé</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Messagerie</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Subject, preheader and sender</source>
        <translation>Objet, pré-en-tête et expéditeur</translation>
    </message>
    <message>
        <source>Plain text…</source>
        <translation>Texte brut…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Historique…</translation>
    </message>
    <message>
        <source>Name this version…</source>
        <translation>Nommer cette version…</translation>
    </message>
    <message>
        <source>Go back to what was saved</source>
        <translation>Revenir à ce qui est enregistré</translation>
    </message>
    <message>
        <source>A/B versions…</source>
        <translation>Versions A/B…</translation>
    </message>
    <message>
        <source>New A/B version…</source>
        <translation>Nouvelle version A/B…</translation>
    </message>
    <message>
        <source>Open the next A/B version</source>
        <translation>Ouvrir la version A/B suivante</translation>
    </message>
    <message>
        <source>Insert a block…</source>
        <translation>Insérer un bloc…</translation>
    </message>
    <message>
        <source>Insert the module linked</source>
        <translation>Insérer le module lié</translation>
    </message>
    <message>
        <source>Insert a copy of the module</source>
        <translation>Insérer une copie du module</translation>
    </message>
    <message>
        <source>Unlink: put a copy in the place of the link</source>
        <translation>Délier&#xa0;: remplacer le lien par une copie</translation>
    </message>
    <message>
        <source>Save the section as a module</source>
        <translation>Enregistrer la section comme module</translation>
    </message>
    <message>
        <source>Replace the module by the selected section</source>
        <translation>Remplacer le module par la section sélectionnée</translation>
    </message>
    <message>
        <source>Rename the module</source>
        <translation>Renommer le module</translation>
    </message>
    <message>
        <source>Delete the module</source>
        <translation>Supprimer le module</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>Modifier le texte</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Add a condition…</source>
        <translation>Ajouter une condition…</translation>
    </message>
    <message>
        <source>Repeat for each…</source>
        <translation>Répéter pour chaque…</translation>
    </message>
    <message>
        <source>Remove the condition or loop</source>
        <translation>Retirer la condition ou la boucle</translation>
    </message>
    <message>
        <source>Select what it stands in</source>
        <translation>Sélectionner le conteneur</translation>
    </message>
    <message>
        <source>Select the first part in it</source>
        <translation>Sélectionner le premier élément contenu</translation>
    </message>
    <message>
        <source>Select the part above</source>
        <translation>Sélectionner l’élément au-dessus</translation>
    </message>
    <message>
        <source>Select the part below</source>
        <translation>Sélectionner l’élément au-dessous</translation>
    </message>
    <message>
        <source>New template…</source>
        <translation>Nouveau modèle…</translation>
    </message>
    <message>
        <source>Import a template…</source>
        <translation>Importer un modèle…</translation>
    </message>
    <message>
        <source>Rename the template…</source>
        <translation>Renommer le modèle…</translation>
    </message>
    <message>
        <source>Duplicate the template</source>
        <translation>Dupliquer le modèle</translation>
    </message>
    <message>
        <source>Add the other language</source>
        <translation>Ajouter l’autre langue</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Étiquettes…</translation>
    </message>
    <message>
        <source>Delete the template</source>
        <translation>Supprimer le modèle</translation>
    </message>
    <message>
        <source>Take the last deletion back</source>
        <translation>Annuler la dernière suppression</translation>
    </message>
    <message>
        <source>Find and replace in templates…</source>
        <translation>Rechercher et remplacer dans les modèles…</translation>
    </message>
    <message>
        <source>Compare the languages</source>
        <translation>Comparer les langues</translation>
    </message>
    <message>
        <source>Languages side by side</source>
        <translation>Langues côte à côte</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Souligné</translation>
    </message>
    <message>
        <source>Strike through</source>
        <translation>Barré</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>Lien…</translation>
    </message>
    <message>
        <source>Text colour…</source>
        <translation>Couleur du texte…</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>Liste à puces</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Liste numérotée</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>Aligner à gauche</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>Aligner à droite</translation>
    </message>
    <message>
        <source>Insert a template tag…</source>
        <translation>Insérer une balise…</translation>
    </message>
    <message>
        <source>Insert an emoji…</source>
        <translation>Insérer un émoji…</translation>
    </message>
    <message>
        <source>Clear formatting</source>
        <translation>Effacer la mise en forme</translation>
    </message>
    <message>
        <source>Data as a form</source>
        <translation>Données en formulaire</translation>
    </message>
    <message>
        <source>Data as JSON</source>
        <translation>Données en JSON</translation>
    </message>
    <message>
        <source>Next data set</source>
        <translation>Jeu de données suivant</translation>
    </message>
    <message>
        <source>Fill the data with samples</source>
        <translation>Remplir les données avec des exemples</translation>
    </message>
    <message>
        <source>New data set…</source>
        <translation>Nouveau jeu de données…</translation>
    </message>
    <message>
        <source>Rename the data set…</source>
        <translation>Renommer le jeu de données…</translation>
    </message>
    <message>
        <source>Delete the data set</source>
        <translation>Supprimer le jeu de données</translation>
    </message>
    <message>
        <source>Data in a window of its own</source>
        <translation>Données dans une fenêtre à part</translation>
    </message>
    <message>
        <source>Segments…</source>
        <translation>Segments…</translation>
    </message>
    <message>
        <source>Who sees what…</source>
        <translation>Qui voit quoi…</translation>
    </message>
    <message>
        <source>As the data set says</source>
        <translation>Selon le jeu de données</translation>
    </message>
    <message>
        <source>Whole mail</source>
        <translation>Message entier</translation>
    </message>
    <message>
        <source>As a segment</source>
        <translation>Comme un segment</translation>
    </message>
    <message>
        <source>As a contact</source>
        <translation>Comme un contact</translation>
    </message>
    <message>
        <source>Find a segment or a contact…</source>
        <translation>Trouver un segment ou un contact…</translation>
    </message>
    <message>
        <source>Next segment or contact</source>
        <translation>Segment ou contact suivant</translation>
    </message>
    <message>
        <source>Previous segment or contact</source>
        <translation>Segment ou contact précédent</translation>
    </message>
    <message>
        <source>Choose a contact file…</source>
        <translation>Choisir un fichier de contacts…</translation>
    </message>
    <message>
        <source>Use the sample contacts</source>
        <translation>Utiliser les contacts d’exemple</translation>
    </message>
    <message>
        <source>Show in a client…</source>
        <translation>Montrer dans une messagerie…</translation>
    </message>
    <message>
        <source>Next client</source>
        <translation>Messagerie suivante</translation>
    </message>
    <message>
        <source>Previous client</source>
        <translation>Messagerie précédente</translation>
    </message>
    <message>
        <source>Client: light</source>
        <translation>Messagerie&#xa0;: clair</translation>
    </message>
    <message>
        <source>Client: dark</source>
        <translation>Messagerie&#xa0;: sombre</translation>
    </message>
    <message>
        <source>Client: images off</source>
        <translation>Messagerie&#xa0;: sans images</translation>
    </message>
    <message>
        <source>Render previews…</source>
        <translation>Générer des aperçus…</translation>
    </message>
    <message>
        <source>Proofs…</source>
        <translation>Épreuves…</translation>
    </message>
    <message>
        <source>Tokens…</source>
        <translation>Jetons…</translation>
    </message>
    <message>
        <source>Buy tokens…</source>
        <translation>Acheter des jetons…</translation>
    </message>
    <message>
        <source>New sub-account for tokens…</source>
        <translation>Nouveau sous-compte de jetons…</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>This is no address. Copy it from the browser, with https://.</source>
        <translation>Ce n’est pas une adresse. Copiez-la depuis le navigateur, avec https://.</translation>
    </message>
</context>
<context>
    <name>AltEditor</name>
    <message>
        <source>Only decorates</source>
        <translation>Décorative seulement</translation>
    </message>
    <message>
        <source>Screen readers pass over it.</source>
        <translation>Les lecteurs d’écran l’ignorent.</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Whole mail</source>
        <translation>Message entier</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>Cette image</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commenter</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Comment only</source>
        <translation>Commentaire seul</translation>
    </message>
    <message>
        <source>Without a verdict (Ctrl+Enter)</source>
        <translation>Sans verdict (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Shorten the comment: it may have {most} characters.</source>
        <translation>Raccourcissez le commentaire&#xa0;: {most} caractères au plus.</translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message>
        <source>Read answers</source>
        <translation>Lire les réponses</translation>
    </message>
    <message>
        <source>Read the client’s answers</source>
        <translation>Lire les réponses du client</translation>
    </message>
    <message>
        <source>Choose the file that the proof sheet saved, or paste the e-mail with the answers.</source>
        <translation>Choisissez le fichier que l’épreuve a enregistré, ou collez l’e-mail avec les réponses.</translation>
    </message>
    <message>
        <source>Paste the e-mail here; what stands around the answers does no harm.</source>
        <translation>Collez l’e-mail ici&#x202f;; ce qui entoure les réponses ne gêne pas.</translation>
    </message>
    <message>
        <source>The e-mail’s text</source>
        <translation>Le texte de l’e-mail</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message>
        <source>Approved</source>
        <translation>Approuvé</translation>
    </message>
    <message>
        <source>Changes wanted</source>
        <translation>À modifier</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commenter</translation>
    </message>
    <message>
        <source>The mail as a whole</source>
        <translation>L’e-mail dans son ensemble</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>Pas encore jugé</translation>
    </message>
    <message>
        <source>{who} · {when} · from the sheet</source>
        <translation>{who} · {when} · depuis l’épreuve</translation>
    </message>
    <message>
        <source>{who} · {when}</source>
        <translation>{who} · {when}</translation>
    </message>
</context>
<context>
    <name>ApprovalPane</name>
    <message>
        <source>Approval</source>
        <translation>Approbation</translation>
    </message>
    <message>
        <source>Proof sheet…</source>
        <translation>Épreuve…</translation>
    </message>
    <message>
        <source>One file for the client: HTML to answer in, or PDF to sign</source>
        <translation>Un seul fichier pour le client&#xa0;: HTML où répondre, ou PDF à signer</translation>
    </message>
    <message>
        <source>Read answers…</source>
        <translation>Lire les réponses…</translation>
    </message>
    <message>
        <source>What the client sent back: the small file, or the text of the e-mail</source>
        <translation>Ce que le client a renvoyé&#xa0;: le petit fichier, ou le texte de l’e-mail</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Nobody has answered yet. Send the proof sheet to the client, and drop the answers here.</source>
        <translation>Personne n’a encore répondu. Envoyez l’épreuve au client, et déposez ses réponses ici.</translation>
    </message>
    <message>
        <source>Deleting the answer</source>
        <translation>Suppression de la réponse</translation>
    </message>
    <message>
        <source>Storing the answer</source>
        <translation>Enregistrement de la réponse</translation>
    </message>
    <message>
        <source>Reading the answers</source>
        <translation>Lecture des réponses</translation>
    </message>
    <message>
        <source>Nothing new: these answers from {who} were read before.</source>
        <translation>Rien de nouveau&#xa0;: ces réponses de {who} ont déjà été lues.</translation>
    </message>
    <message>
        <source>{answers} from {who}.</source>
        <translation>{answers} de {who}.</translation>
    </message>
    <message>
        <source>They are to another run: {template}.</source>
        <translation>Elles concernent une autre série&#xa0;: {template}.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Add a condition</source>
        <translation>Ajouter une condition</translation>
    </message>
</context>
<context>
    <name>AttributeRow</name>
    <message>
        <source>Reset: {name}</source>
        <translation>Réinitialiser&#xa0;: {name}</translation>
    </message>
    <message>
        <source>{name}: insert a name</source>
        <translation>{name}&#xa0;: insérer un nom</translation>
    </message>
</context>
<context>
    <name>Attributes</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alignement</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>Texte de remplacement</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fond</translation>
    </message>
    <message>
        <source>Picture height</source>
        <translation>Hauteur de l’image</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Position across</source>
        <translation>Position horizontale</translation>
    </message>
    <message>
        <source>Position down</source>
        <translation>Position verticale</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Background picture</source>
        <translation>Image de fond</translation>
    </message>
    <message>
        <source>Picture width</source>
        <translation>Largeur de l’image</translation>
    </message>
    <message>
        <source>Links begin with</source>
        <translation>Début des liens</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Bordure</translation>
    </message>
    <message>
        <source>Border below</source>
        <translation>Bordure basse</translation>
    </message>
    <message>
        <source>Line colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Border on the left</source>
        <translation>Bordure gauche</translation>
    </message>
    <message>
        <source>Rounded corners</source>
        <translation>Coins arrondis</translation>
    </message>
    <message>
        <source>Border on the right</source>
        <translation>Bordure droite</translation>
    </message>
    <message>
        <source>Line style</source>
        <translation>Style du trait</translation>
    </message>
    <message>
        <source>Border above</source>
        <translation>Bordure haute</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Épaisseur</translation>
    </message>
    <message>
        <source>Space in cells</source>
        <translation>Marge des cellules</translation>
    </message>
    <message>
        <source>Space between cells</source>
        <translation>Entre les cellules</translation>
    </message>
    <message>
        <source>Text colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Around it</source>
        <translation>Tout autour</translation>
    </message>
    <message>
        <source>CSS classes</source>
        <translation>Classes CSS</translation>
    </message>
    <message>
        <source>CSS inline</source>
        <translation>CSS en ligne</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Full width on phones</source>
        <translation>Pleine largeur (mobile)</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Font style</source>
        <translation>Style du texte</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Graisse</translation>
    </message>
    <message>
        <source>Full width</source>
        <translation>Pleine largeur</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>Gap between columns</source>
        <translation>Écart entre colonnes</translation>
    </message>
    <message>
        <source>Folded on phones</source>
        <translation>Replié sur mobile</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Mène à</translation>
    </message>
    <message>
        <source>Menu icon: alignment</source>
        <translation>Icône du menu&#xa0;: alignement</translation>
    </message>
    <message>
        <source>Menu icon: close</source>
        <translation>Icône du menu&#xa0;: fermer</translation>
    </message>
    <message>
        <source>Menu icon: colour</source>
        <translation>Icône du menu&#xa0;: couleur</translation>
    </message>
    <message>
        <source>Menu icon: font</source>
        <translation>Icône du menu&#xa0;: police</translation>
    </message>
    <message>
        <source>Menu icon: size</source>
        <translation>Icône du menu&#xa0;: taille</translation>
    </message>
    <message>
        <source>Menu icon: line height</source>
        <translation>Icône du menu&#xa0;: interligne</translation>
    </message>
    <message>
        <source>Menu icon: open</source>
        <translation>Icône du menu&#xa0;: ouvrir</translation>
    </message>
    <message>
        <source>Menu icon: padding</source>
        <translation>Icône du menu&#xa0;: marge</translation>
    </message>
    <message>
        <source>Menu icon: decoration</source>
        <translation>Icône du menu&#xa0;: décoration</translation>
    </message>
    <message>
        <source>Menu icon: capitals</source>
        <translation>Icône du menu&#xa0;: casse</translation>
    </message>
    <message>
        <source>Icon alignment</source>
        <translation>Alignement de l’icône</translation>
    </message>
    <message>
        <source>Icon height</source>
        <translation>Hauteur de l’icône</translation>
    </message>
    <message>
        <source>Icon padding</source>
        <translation>Marge de l’icône</translation>
    </message>
    <message>
        <source>Icon position</source>
        <translation>Position de l’icône</translation>
    </message>
    <message>
        <source>Icon size</source>
        <translation>Taille de l’icône</translation>
    </message>
    <message>
        <source>Open icon: text</source>
        <translation>Icône ouverte&#xa0;: texte</translation>
    </message>
    <message>
        <source>Open icon</source>
        <translation>Icône ouverte</translation>
    </message>
    <message>
        <source>Icon width</source>
        <translation>Largeur de l’icône</translation>
    </message>
    <message>
        <source>Closed icon: text</source>
        <translation>Icône fermée&#xa0;: texte</translation>
    </message>
    <message>
        <source>Closed icon</source>
        <translation>Icône fermée</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Inner background</source>
        <translation>Fond intérieur</translation>
    </message>
    <message>
        <source>Inner border</source>
        <translation>Bordure intérieure</translation>
    </message>
    <message>
        <source>Inner border below</source>
        <translation>Bordure intérieure basse</translation>
    </message>
    <message>
        <source>Inner border on the left</source>
        <translation>Bordure intérieure gauche</translation>
    </message>
    <message>
        <source>Inner corners</source>
        <translation>Coins intérieurs</translation>
    </message>
    <message>
        <source>Inner border on the right</source>
        <translation>Bordure intérieure droite</translation>
    </message>
    <message>
        <source>Inner border above</source>
        <translation>Bordure intérieure haute</translation>
    </message>
    <message>
        <source>Inner padding</source>
        <translation>Marge intérieure</translation>
    </message>
    <message>
        <source>Icon on the left</source>
        <translation>Icône de gauche</translation>
    </message>
    <message>
        <source>Letter spacing</source>
        <translation>Espacement</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Interligne</translation>
    </message>
    <message>
        <source>Greatest height</source>
        <translation>Hauteur maximale</translation>
    </message>
    <message>
        <source>Style classes</source>
        <translation>Classes de style</translation>
    </message>
    <message>
        <source>Arrangement</source>
        <translation>Disposition</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Marges</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Place in the file</source>
        <translation>Place dans le fichier</translation>
    </message>
    <message>
        <source>Link relation</source>
        <translation>Relation du lien</translation>
    </message>
    <message>
        <source>Icon on the right</source>
        <translation>Icône de droite</translation>
    </message>
    <message>
        <source>Role for screen readers</source>
        <translation>Rôle (lecteurs d’écran)</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Tailles</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Other resolutions</source>
        <translation>Autres résolutions</translation>
    </message>
    <message>
        <source>Column widths</source>
        <translation>Largeur des colonnes</translation>
    </message>
    <message>
        <source>Opens in</source>
        <translation>S’ouvre dans</translation>
    </message>
    <message>
        <source>Thumbnail border</source>
        <translation>Bordure de vignette</translation>
    </message>
    <message>
        <source>Thumbnail corners</source>
        <translation>Coins de vignette</translation>
    </message>
    <message>
        <source>Border under the pointer</source>
        <translation>Bordure au survol</translation>
    </message>
    <message>
        <source>Border when chosen</source>
        <translation>Bordure si choisie</translation>
    </message>
    <message>
        <source>Thumbnail width</source>
        <translation>Largeur de vignette</translation>
    </message>
    <message>
        <source>Decoration</source>
        <translation>Décoration</translation>
    </message>
    <message>
        <source>Text padding</source>
        <translation>Marge du texte</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>Casse</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Vignettes</translation>
    </message>
    <message>
        <source>Thumbnail</source>
        <translation>Vignette</translation>
    </message>
    <message>
        <source>Tooltip</source>
        <translation>Infobulle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Image map</source>
        <translation>Image cliquable</translation>
    </message>
    <message>
        <source>Vertical alignment</source>
        <translation>Alignement vertical</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Gap between sections</source>
        <translation>Écart entre sections</translation>
    </message>
    <message>
        <source>Height mode</source>
        <translation>Mode de hauteur</translation>
    </message>
    <message>
        <source>Text alignment</source>
        <translation>Alignement du texte</translation>
    </message>
    <message>
        <source>Button colour</source>
        <translation>Bouton</translation>
    </message>
    <message>
        <source>{name}: top</source>
        <translation>{name}&#xa0;: haut</translation>
    </message>
    <message>
        <source>{name}: right</source>
        <translation>{name}&#xa0;: droite</translation>
    </message>
    <message>
        <source>{name}: bottom</source>
        <translation>{name}&#xa0;: bas</translation>
    </message>
    <message>
        <source>{name}: left</source>
        <translation>{name}&#xa0;: gauche</translation>
    </message>
</context>
<context>
    <name>AutoSave</name>
    <message>
        <source>Keeping unsaved work</source>
        <translation>Mise à l’abri du travail non enregistré</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Repeats ×{count}</source>
        <translation>Répété ×{count}</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Many companies</source>
        <translation>Plusieurs entreprises</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Reading the sites</source>
        <translation>Lecture des sites</translation>
    </message>
    <message>
        <source>Applying the choices</source>
        <translation>Application des choix</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message numerus="yes">
        <source>Review %n company(ies)</source>
        <translation>
            <numerusform>Vérifier %n entreprise</numerusform>
            <numerusform>Vérifier %n entreprises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n company(ies)</source>
        <translation>
            <numerusform>Appliquer à %n entreprise</numerusform>
            <numerusform>Appliquer à %n entreprises</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
</context>
<context>
    <name>Blank</name>
    <message>
        <source>No segments yet</source>
        <translation>Pas encore de segment</translation>
    </message>
    <message>
        <source>A segment is everybody who has something in common: loyalty members, people in Lyon, birthdays this month. A section of a mail can then be shown to a segment only.</source>
        <translation>Un segment réunit tous ceux qui ont un point commun&#xa0;: membres fidélité, habitants de Lyon, anniversaires du mois. Une section d’un mail peut alors n’être montrée qu’à un segment.</translation>
    </message>
    <message>
        <source>Make the first segment</source>
        <translation>Créer le premier segment</translation>
    </message>
    <message>
        <source>Import from Mailjet…</source>
        <translation>Importer de Mailjet…</translation>
    </message>
</context>
<context>
    <name>Blocks</name>
    <message>
        <source>Layout</source>
        <translation>Mise en page</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Buttons and answers</source>
        <translation>Boutons et réponses</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Boutique</translation>
    </message>
    <message>
        <source>People and news</source>
        <translation>Personnes et actualités</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>Pied de page</translation>
    </message>
</context>
<context>
    <name>BlocksPanel</name>
    <message>
        <source>Search blocks</source>
        <translation>Rechercher un bloc</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blocs</translation>
    </message>
    <message>
        <source>Use the brand’s styles</source>
        <translation>Utiliser les styles de la marque</translation>
    </message>
    <message>
        <source>No block is called that. Try “button”, “price” or “date”.</source>
        <translation>Aucun bloc ne porte ce nom. Essayez «&#xa0;bouton&#xa0;», «&#xa0;prix&#xa0;» ou «&#xa0;date&#xa0;».</translation>
    </message>
    <message>
        <source>This template does not use the brand’s styles: blocks look plain in it.</source>
        <translation>Ce modèle n’utilise pas les styles de la marque&#xa0;: les blocs y paraissent nus.</translation>
    </message>
    <message>
        <source>Drag a block into the mail, or press Enter to insert it below the selection.</source>
        <translation>Glissez un bloc dans le message, ou appuyez sur Entrée pour l’insérer sous la sélection.</translation>
    </message>
</context>
<context>
    <name>BorderEditor</name>
    <message>
        <source>{name}: width</source>
        <translation>{name}&#xa0;: largeur</translation>
    </message>
    <message>
        <source>{name}: style</source>
        <translation>{name}&#xa0;: style</translation>
    </message>
    <message>
        <source>{name}: colour</source>
        <translation>{name}&#xa0;: couleur</translation>
    </message>
</context>
<context>
    <name>BranchLine</name>
    <message>
        <source>{words}: shows {title}</source>
        <translation>{words}&#xa0;: montre {title}</translation>
    </message>
    <message>
        <source>Ask earlier: {words}</source>
        <translation>Demander plus tôt&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Ask later: {words}</source>
        <translation>Demander plus tard&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Remove {title}, shown for: {words}</source>
        <translation>Retirer {title}, montré pour&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>BrandActions</name>
    <message>
        <source>{brand} (copy)</source>
        <translation>{brand} (copie)</translation>
    </message>
    <message>
        <source>Copying the brand</source>
        <translation>Copie de la marque</translation>
    </message>
    <message>
        <source>The brand is copied.</source>
        <translation>La marque est copiée.</translation>
    </message>
    <message>
        <source>Import a brand</source>
        <translation>Importer une marque</translation>
    </message>
    <message>
        <source>Brands</source>
        <translation>Marques</translation>
    </message>
    <message>
        <source>Importing the brand</source>
        <translation>Importation de la marque</translation>
    </message>
    <message>
        <source>The brand is imported.</source>
        <translation>La marque est importée.</translation>
    </message>
    <message>
        <source>Export the brand</source>
        <translation>Exporter la marque</translation>
    </message>
    <message>
        <source>{brand} is written to {path}</source>
        <translation>{brand} est enregistrée dans {path}</translation>
    </message>
    <message>
        <source>Exporting the brand</source>
        <translation>Exportation de la marque</translation>
    </message>
    <message>
        <source>{brand} is the default brand now.</source>
        <translation>{brand} est maintenant la marque par défaut.</translation>
    </message>
    <message>
        <source>Changing the default brand</source>
        <translation>Changement de la marque par défaut</translation>
    </message>
    <message>
        <source>Reading the site</source>
        <translation>Lecture du site</translation>
    </message>
    <message>
        <source>Looking for its templates</source>
        <translation>Recherche de ses modèles</translation>
    </message>
    <message>
        <source>{brand} is a brand of this workspace now.</source>
        <translation>{brand} est maintenant une marque de cet espace de travail.</translation>
    </message>
    <message>
        <source>Adding the brand</source>
        <translation>Ajout de la marque</translation>
    </message>
    <message>
        <source>The brand is renamed.</source>
        <translation>La marque est renommée.</translation>
    </message>
    <message>
        <source>Renaming the brand</source>
        <translation>Changement de nom de la marque</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) moved to {brand}.</source>
        <translation>
            <numerusform>%n modèle est passé à {brand}.</numerusform>
            <numerusform>%n modèles sont passés à {brand}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Moving the templates</source>
        <translation>Changement de marque des modèles</translation>
    </message>
    <message>
        <source>Updating the brand</source>
        <translation>Mise à jour de la marque</translation>
    </message>
    <message>
        <source>All templates follow the brand.</source>
        <translation>Tous les modèles suivent la marque.</translation>
    </message>
    <message>
        <source>The brand {brand} is deleted.</source>
        <translation>La marque {brand} est supprimée.</translation>
    </message>
    <message>
        <source>Deleting the brand</source>
        <translation>Suppression de la marque</translation>
    </message>
    <message>
        <source>The last change of a brand is undone.</source>
        <translation>Le dernier changement de marque est annulé.</translation>
    </message>
</context>
<context>
    <name>BrandByHandDialog</name>
    <message>
        <source>New brand by hand</source>
        <translation>Nouvelle marque à la main</translation>
    </message>
    <message>
        <source>A brand in a minute</source>
        <translation>Une marque en une minute</translation>
    </message>
    <message>
        <source>Everything else is derived from these and can be changed later.</source>
        <translation>Tout le reste en découle et pourra être modifié plus tard.</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>Nom de l’entreprise</translation>
    </message>
    <message>
        <source>Dominant colour</source>
        <translation>Couleur dominante</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Without one the name is set in type</source>
        <translation>Sans logo, le nom est composé en lettres</translation>
    </message>
    <message>
        <source>Choose a colour…</source>
        <translation>Choisir une couleur…</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Create the brand</source>
        <translation>Créer la marque</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Making the brand</source>
        <translation>Création de la marque</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
</context>
<context>
    <name>BrandChangesDialog</name>
    <message>
        <source>Update the brand</source>
        <translation>Mettre à jour la marque</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>After the update</source>
        <translation>Après la mise à jour</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) follow at once.</source>
        <translation>
            <numerusform>%n modèle suit aussitôt.</numerusform>
            <numerusform>%n modèles suivent aussitôt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking which templates follow…</source>
        <translation>Recherche des modèles qui suivent…</translation>
    </message>
    <message>
        <source>Your own edits in templates and parts stay. The update can be undone.</source>
        <translation>Vos propres modifications des modèles et des parties restent. La mise à jour peut être annulée.</translation>
    </message>
    <message>
        <source>Edited by hand, and so kept: {parts}</source>
        <translation>Modifiées à la main, donc conservées&#xa0;: {parts}</translation>
    </message>
    <message>
        <source>Edited by hand, and so kept: {part}, used by {templates}</source>
        <translation>Modifié à la main, donc conservé&#xa0;: {part}, utilisé par {templates}</translation>
    </message>
    <message>
        <source>Update all templates</source>
        <translation>Mettre à jour tous les modèles</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>BrandDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>BrandDifferencesDialog</name>
    <message>
        <source>Read the site again</source>
        <translation>Relire le site</translation>
    </message>
    <message>
        <source>The site of {brand} has changed</source>
        <translation>Le site de {brand} a changé</translation>
    </message>
    <message>
        <source>What you chose yourself stays and is not listed. It can be undone.</source>
        <translation>Ce que vous avez choisi vous-même reste et n’est pas listé. Cela peut être annulé.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Rien n’a changé</translation>
    </message>
    <message>
        <source>The site says of {brand} what the brand holds.</source>
        <translation>Le site de {brand} dit la même chose que la marque.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>On the site</source>
        <translation>Sur le site</translation>
    </message>
</context>
<context>
    <name>BrandFields</name>
    <message>
        <source>More logos</source>
        <extracomment>What is below, by group.</extracomment>
        <translation>Autres logos</translation>
    </message>
    <message>
        <source>Colours by role</source>
        <translation>Couleurs par rôle</translation>
    </message>
    <message>
        <source>Fonts and corners</source>
        <translation>Polices et coins</translation>
    </message>
    <message>
        <source>Other networks</source>
        <translation>Autres réseaux</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Square logo</source>
        <translation>Logo carré</translation>
    </message>
    <message>
        <source>Logo for dark grounds</source>
        <translation>Logo pour fonds sombres</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>Nom de l’entreprise</translation>
    </message>
    <message>
        <source>Dominant colour</source>
        <translation>Couleur dominante</translation>
    </message>
    <message>
        <source>Second colour</source>
        <translation>Deuxième couleur</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Boutons</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fond</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Titres</translation>
    </message>
    <message>
        <source>Running text</source>
        <translation>Texte courant</translation>
    </message>
    <message>
        <source>Style sheet of the web font</source>
        <translation>Feuille de style de la police web</translation>
    </message>
    <message>
        <source>Corner radius</source>
        <translation>Rayon des coins</translation>
    </message>
    <message>
        <source>Legal line</source>
        <translation>Mention légale</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Adresse postale</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>X (Twitter)</source>
        <translation>X (Twitter)</translation>
    </message>
</context>
<context>
    <name>BrandFilter</name>
    <message>
        <source>All brands</source>
        <translation>Toutes les marques</translation>
    </message>
    <message>
        <source>Brand: {brand}</source>
        <translation>Marque&#xa0;: {brand}</translation>
    </message>
</context>
<context>
    <name>BrandForm</name>
    <message>
        <source>worth a look</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>An empty address takes the icon out of every mail.</source>
        <translation>Une adresse vide retire l’icône de tous les e-mails.</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n modifié</numerusform>
            <numerusform>%n modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worth a look</source>
        <translation>
            <numerusform>%n à vérifier</numerusform>
            <numerusform>%n à vérifier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too weak</source>
        <translation>
            <numerusform>%n trop faible</numerusform>
            <numerusform>%n trop faibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n adjusted</source>
        <translation>
            <numerusform>%n ajustée</numerusform>
            <numerusform>%n ajustées</numerusform>
        </translation>
    </message>
    <message>
        <source>all pass</source>
        <translation>tout est lisible</translation>
    </message>
</context>
<context>
    <name>BrandPanel</name>
    <message>
        <source>Update</source>
        <translation>Mettre à jour</translation>
    </message>
    <message>
        <source>Apply to all templates; what changes is shown first</source>
        <translation>Appliquer à tous les modèles&#x202f;; ce qui change est montré d’abord</translation>
    </message>
    <message>
        <source>Undo the last update</source>
        <translation>Annuler la dernière mise à jour</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Go to the next of them</source>
        <translation>Aller au suivant</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not applied yet</source>
        <translation>
            <numerusform>%n modification à appliquer</numerusform>
            <numerusform>%n modifications à appliquer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) worth a look</source>
        <translation>
            <numerusform>%n champ à vérifier</numerusform>
            <numerusform>%n champs à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
</context>
<context>
    <name>BrandSwitch</name>
    <message>
        <source>Brand</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>More about this brand</source>
        <translation>Autres actions pour cette marque</translation>
    </message>
    <message>
        <source>{brand} (default)</source>
        <translation>{brand} (par défaut)</translation>
    </message>
</context>
<context>
    <name>BrandVerbs</name>
    <message>
        <source>Looking which templates follow</source>
        <translation>Recherche des modèles qui suivent</translation>
    </message>
    <message>
        <source>Updated. Kept, because they were edited by hand: {parts}</source>
        <translation>Mis à jour. Conservées, car modifiées à la main&#xa0;: {parts}</translation>
    </message>
    <message>
        <source>All templates follow the brand.</source>
        <translation>Tous les modèles suivent la marque.</translation>
    </message>
</context>
<context>
    <name>Breadcrumb</name>
    <message>
        <source>Path to the selected component</source>
        <translation>Chemin jusqu’à l’élément sélectionné</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Select: {name}</source>
        <translation>Sélectionner&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>Broken</name>
    <message>
        <source>The file cannot be read</source>
        <translation>Le fichier est illisible</translation>
    </message>
    <message>
        <source>Nothing is written to it before it is mended.</source>
        <translation>Rien n’y est écrit tant qu’il n’est pas réparé.</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Montrer le fichier</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Le relire</translation>
    </message>
</context>
<context>
    <name>BuyDialog</name>
    <message>
        <source>Buy tokens for {account}</source>
        <translation>Acheter des jetons pour {account}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Such as the number of the order or invoice</source>
        <translation>Par exemple le numéro de commande ou de facture</translation>
    </message>
    <message>
        <source>They can be used until a certain day</source>
        <translation>Utilisables jusqu’à une certaine date</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Enter the purchase</source>
        <translation>Enregistrer l’achat</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>in use</source>
        <translation>utilisé</translation>
    </message>
</context>
<context>
    <name>CandidatePictures</name>
    <message>
        <source>Reading the logos</source>
        <translation>Lecture des logos</translation>
    </message>
    <message>
        <source>Fetching the logos</source>
        <translation>Téléchargement des logos</translation>
    </message>
</context>
<context>
    <name>CandidateStrip</name>
    <message>
        <source>{field}: candidates</source>
        <translation>{field}&#xa0;: propositions</translation>
    </message>
    <message>
        <source>Show the ones before</source>
        <translation>Afficher les précédents</translation>
    </message>
    <message>
        <source>Show the next ones</source>
        <translation>Afficher les suivants</translation>
    </message>
</context>
<context>
    <name>CapitalsHint</name>
    <message>
        <source>Contacts have “{value}”.</source>
        <translation>Les contacts ont «&#xa0;{value}&#xa0;».</translation>
    </message>
    <message>
        <source>Use “{value}”</source>
        <translation>Prendre «&#xa0;{value}&#xa0;»</translation>
    </message>
    <message>
        <source>Ignore capitals</source>
        <translation>Ignorer les majuscules</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Does not compile</source>
        <translation>Ne compile pas</translation>
    </message>
    <message>
        <source>Add in {language}</source>
        <translation>Ajouter en {language}</translation>
    </message>
</context>
<context>
    <name>CardPictures</name>
    <message>
        <source>Reading the pictures</source>
        <translation>Lecture des images</translation>
    </message>
</context>
<context>
    <name>ChangesPane</name>
    <message>
        <source>Pictures that changed</source>
        <translation>Images qui ont changé</translation>
    </message>
    <message>
        <source>Back to the pictures (Esc)</source>
        <translation>Retour aux images (Échap)</translation>
    </message>
    <message>
        <source>Nothing looks different</source>
        <translation>Rien n’a changé d’aspect</translation>
    </message>
    <message>
        <source>What was stale was taken anew, and every picture is the same as before.</source>
        <translation>Ce qui était périmé a été repris, et chaque image est identique à la précédente.</translation>
    </message>
    <message>
        <source>Look different: {pictures} of {templates}.</source>
        <translation>Aspect différent&#xa0;: {pictures} dans {templates}.</translation>
    </message>
    <message>
        <source>Taken anew, and the same as before: {pictures}.</source>
        <translation>Reprises, identiques à avant&#xa0;: {pictures}.</translation>
    </message>
    <message>
        <source>Nothing was stale: {templates}.</source>
        <translation>Rien n’était périmé&#xa0;: {templates}.</translation>
    </message>
    <message>
        <source>Comparing the pictures</source>
        <translation>Comparaison des images</translation>
    </message>
</context>
<context>
    <name>ChipPopup</name>
    <message>
        <source>If it is missing, write</source>
        <translation>S’il manque, écrire</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Another name…</source>
        <translation>Un autre nom…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>{subject}</source>
        <translation>{subject}</translation>
    </message>
    <message>
        <source>{subject}, or “{detail}”</source>
        <translation>{subject}, ou «&#xa0;{detail}&#xa0;»</translation>
    </message>
    <message>
        <source>if {subject}</source>
        <translation>si {subject}</translation>
    </message>
    <message>
        <source>if not {subject}</source>
        <translation>si pas {subject}</translation>
    </message>
    <message>
        <source>or if {subject}</source>
        <translation>ou si {subject}</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>sinon</translation>
    </message>
    <message>
        <source>end if</source>
        <translation>fin de si</translation>
    </message>
    <message>
        <source>for each {subject} in {detail}</source>
        <translation>pour chaque {subject} de {detail}</translation>
    </message>
    <message>
        <source>end for each</source>
        <translation>fin de la boucle</translation>
    </message>
    <message>
        <source>set {subject}</source>
        <translation>définir {subject}</translation>
    </message>
    <message>
        <source>note: {subject}</source>
        <translation>note&#xa0;: {subject}</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>adresse e-mail</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>prénom</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>nom de famille</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>company</source>
        <translation>entreprise</translation>
    </message>
    <message>
        <source>city</source>
        <translation>ville</translation>
    </message>
    <message>
        <source>country</source>
        <translation>pays</translation>
    </message>
    <message>
        <source>language</source>
        <translation>langue</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>date de naissance</translation>
    </message>
    <message>
        <source>brand name</source>
        <translation>nom de la marque</translation>
    </message>
    <message>
        <source>brand site</source>
        <translation>site de la marque</translation>
    </message>
    <message>
        <source>brand address</source>
        <translation>adresse de la marque</translation>
    </message>
    <message>
        <source>legal name</source>
        <translation>raison sociale</translation>
    </message>
    <message>
        <source>sender name</source>
        <translation>nom de l’expéditeur</translation>
    </message>
    <message>
        <source>sender address</source>
        <translation>adresse de l’expéditeur</translation>
    </message>
    <message>
        <source>unsubscribe link</source>
        <translation>lien de désinscription</translation>
    </message>
    <message>
        <source>link to view online</source>
        <translation>lien vers la version en ligne</translation>
    </message>
    <message>
        <source>preferences link</source>
        <translation>lien des préférences</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>number in the list</source>
        <translation>numéro dans la liste</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>Ajouter une valeur</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Une autre</translation>
    </message>
    <message>
        <source>Enter adds the value; the backspace key takes the last one away</source>
        <translation>Entrée ajoute la valeur&#x202f;; la touche Retour arrière retire la dernière</translation>
    </message>
    <message>
        <source>{name}: add a value</source>
        <translation>{name}&#xa0;: ajouter une valeur</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Retirer&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>ChoicePane</name>
    <message>
        <source>Clients</source>
        <translation>Messageries</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Modes</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Jeux de données</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Render previews</source>
        <translation>Générer des aperçus</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>Find clients: outlook, iphone, france…</source>
        <translation>Trouver des messageries&#xa0;: outlook, iphone, france…</translation>
    </message>
    <message>
        <source>Find clients</source>
        <translation>Trouver des messageries</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Choose no client</source>
        <translation>Ne choisir aucune messagerie</translation>
    </message>
    <message>
        <source>From opens…</source>
        <translation>Selon les ouvertures…</translation>
    </message>
    <message>
        <source>Choose by the clients in which your mails are opened</source>
        <translation>Choisir d’après les messageries dans lesquelles vos e-mails sont ouverts</translation>
    </message>
    <message>
        <source>No client is called that.</source>
        <translation>Aucune messagerie ne porte ce nom.</translation>
    </message>
    <message>
        <source>New pictures at most</source>
        <translation>Nouvelles images au plus</translation>
    </message>
    <message>
        <source>The pictures that cover most of your audience, or else most clients, are taken.</source>
        <translation>Sont prises les images qui couvrent le plus de votre audience ou, à défaut, le plus de messageries.</translation>
    </message>
    <message>
        <source>A client that is not known to have this mode is shown in its first one.</source>
        <translation>Une messagerie dont ce mode n’est pas connu est montrée dans son premier mode.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) chosen</source>
        <translation>
            <numerusform>%n messagerie choisie</numerusform>
            <numerusform>%n messageries choisies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassEditor</name>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>The head of this mail defines no classes.</source>
        <translation>L’en-tête de ce mail ne définit aucune classe.</translation>
    </message>
</context>
<context>
    <name>ClientChooser</name>
    <message>
        <source>Find a client: outlook, iphone, france…</source>
        <translation>Trouver une messagerie&#xa0;: outlook, iphone, france…</translation>
    </message>
    <message>
        <source>Find a client</source>
        <translation>Trouver une messagerie</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Messageries</translation>
    </message>
    <message>
        <source>No client is called that.</source>
        <translation>Aucune messagerie ne porte ce nom.</translation>
    </message>
</context>
<context>
    <name>ClientCoverage</name>
    <message>
        <source>{known} of the {used} features that this mail uses were tested in this client.</source>
        <translation>{known} des {used} fonctions qu’utilise cet e-mail ont été testées dans cette messagerie.</translation>
    </message>
    <message>
        <source>All {used} features that this mail uses were tested in this client.</source>
        <translation>Les {used} fonctions qu’utilise cet e-mail ont toutes été testées dans cette messagerie.</translation>
    </message>
    <message>
        <source>Nobody published tests of this client: its table of features is empty.</source>
        <translation>Personne n’a publié de tests de cette messagerie&#xa0;: son tableau de fonctions est vide.</translation>
    </message>
    <message>
        <source>The oldest test is of {date}.</source>
        <translation>Plus ancien test&#xa0;: {date}.</translation>
    </message>
    <message>
        <source>Never tested there, so shown as the browser shows it:</source>
        <translation>Jamais testé dans cette messagerie, donc montré comme le navigateur le montre&#xa0;:</translation>
    </message>
</context>
<context>
    <name>ClientHover</name>
    <message>
        <source>Reading a picture</source>
        <translation>Lecture d’une image</translation>
    </message>
    <message>
        <source>{client}, {mode}: last time</source>
        <translation>{client}, {mode}&#xa0;: la dernière fois</translation>
    </message>
</context>
<context>
    <name>ClientPanel</name>
    <message>
        <source>Taking the client&apos;s picture</source>
        <translation>Prise de l’image de la messagerie</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Aucune image</translation>
    </message>
    <message>
        <source>Previous client: {name}</source>
        <translation>Messagerie précédente&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Next client: {name}</source>
        <translation>Messagerie suivante&#xa0;: {name}</translation>
    </message>
    <message>
        <source>The code below the picture</source>
        <translation>Le code sous l’image</translation>
    </message>
    <message>
        <source>{mode}: not known of this client</source>
        <translation>{mode}&#xa0;: inconnu dans cette messagerie</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) missing</source>
        <translation>
            <numerusform>%n image introuvable</numerusform>
            <numerusform>%n images introuvables</numerusform>
        </translation>
    </message>
    <message>
        <source>The client&apos;s window in pixels, and how large it is drawn here.</source>
        <translation>La fenêtre de la messagerie en pixels, et son échelle ici.</translation>
    </message>
    <message>
        <source>Taking the picture…</source>
        <translation>Prise de l’image…</translation>
    </message>
    <message>
        <source>Client: {name}</source>
        <translation>Messagerie&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>ClientTree</name>
    <message>
        <source>Clients</source>
        <translation>Messageries</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} sur {all}</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Comment</source>
        <translation>Commenter</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>{problem} Ctrl+. fixes it.</source>
        <translation>{problem} Ctrl+. le corrige.</translation>
    </message>
    <message>
        <source>Finding folds</source>
        <translation>Recherche des replis</translation>
    </message>
    <message>
        <source>Reading names</source>
        <translation>Lecture des noms</translation>
    </message>
    <message>
        <source>Code of the template</source>
        <translation>Code du modèle</translation>
    </message>
</context>
<context>
    <name>ColourEditor</name>
    <message>
        <source>{name}: choose</source>
        <translation>{name}&#xa0;: choisir</translation>
    </message>
    <message>
        <source>Choose a colour…</source>
        <translation>Choisir une couleur…</translation>
    </message>
    <message>
        <source>{name}: brand colour {role}</source>
        <translation>{name}&#xa0;: couleur de marque {role}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>This is no colour. Write # and six digits, a name such as teal, rgb(…) or oklch(…).</source>
        <translation>Ce n’est pas une couleur. Écrivez # et six chiffres, un nom comme teal, rgb(…) ou oklch(…).</translation>
    </message>
    <message>
        <source>{field}: choose a colour</source>
        <translation>{field}&#xa0;: choisir une couleur</translation>
    </message>
    <message>
        <source>Choose a colour…</source>
        <translation>Choisir une couleur…</translation>
    </message>
    <message>
        <source>{name}: choose</source>
        <translation>{name}&#xa0;: choisir</translation>
    </message>
    <message>
        <source>{field}: pick it from a picture of the site</source>
        <translation>{field}&#xa0;: prélever sur une image du site</translation>
    </message>
    <message>
        <source>{field}: automatic</source>
        <translation>{field}&#xa0;: automatique</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
</context>
<context>
    <name>ColourPopup</name>
    <message>
        <source>Brand</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>In this mail</source>
        <translation>Dans ce mail</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>More colours…</source>
        <translation>Autres couleurs…</translation>
    </message>
    <message>
        <source>No colour of its own</source>
        <translation>Pas de couleur propre</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Add a column</source>
        <translation>Ajouter une colonne</translation>
    </message>
    <message>
        <source>Drag to resize the columns</source>
        <translation>Faire glisser pour redimensionner les colonnes</translation>
    </message>
    <message>
        <source>Drop here</source>
        <translation>Déposez ici</translation>
    </message>
    <message>
        <source>Resize the columns</source>
        <translation>Redimensionner les colonnes</translation>
    </message>
</context>
<context>
    <name>ColumnsBox</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Ajouter une colonne</translation>
    </message>
    <message>
        <source>Widths in %</source>
        <translation>Largeurs en&#xa0;%</translation>
    </message>
    <message>
        <source>A condition, a loop or a group decides how many columns there are.</source>
        <translation>Une condition, une boucle ou un groupe décide du nombre de colonnes.</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n colonne</numerusform>
            <numerusform>%n colonnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Width of column {number}</source>
        <translation>Largeur de la colonne {number}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#x202f;?</translation>
    </message>
    <message>
        <source>Search for a command, a template or a block</source>
        <translation>Chercher une commande, un modèle ou un bloc</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Rien ne porte ce nom.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Insert a block</source>
        <translation>Insérer un bloc</translation>
    </message>
</context>
<context>
    <name>Companies</name>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Was there</source>
        <translation>Déjà là</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Keep mine</source>
        <translation>Garder le mien</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recharger</translation>
    </message>
    <message>
        <source>Compare – {name}</source>
        <translation>Comparer – {name}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Récupérer</translation>
    </message>
</context>
<context>
    <name>CompareHead</name>
    <message>
        <source>Slider</source>
        <translation>Curseur</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Onion skin</source>
        <translation>Pelure d’oignon</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Retour (Échap)</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Différence précédente</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Différence suivante</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparée avec</translation>
    </message>
    <message>
        <source>Where the divider is</source>
        <translation>Position de la séparation</translation>
    </message>
    <message>
        <source>How much is seen of the second picture</source>
        <translation>Part visible de la deuxième image</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Comparing the pictures</source>
        <translation>Comparaison des images</translation>
    </message>
    <message>
        <source>Keep level</source>
        <translation>Garder aligné</translation>
    </message>
    <message>
        <source>Keep what belongs together at the same height, however far it moved (L)</source>
        <translation>Garder à la même hauteur ce qui va ensemble, même déplacé (L)</translation>
    </message>
    <message>
        <source>Two pictures compared</source>
        <translation>Deux images comparées</translation>
    </message>
    <message>
        <source>Pictures side by side</source>
        <translation>Images côte à côte</translation>
    </message>
    <message>
        <source>One is {before} pixels wide, the other {after}: lines break elsewhere, so nearly every pixel differs. Slider and onion skin show one over the other, centred.</source>
        <translation>L’une fait {before} pixels de large, l’autre {after}&#xa0;: les lignes sont coupées ailleurs, presque chaque pixel diffère. Le curseur et la pelure d’oignon les montrent l’une sur l’autre, centrées.</translation>
    </message>
    <message>
        <source>These pictures are of different widths</source>
        <translation>Ces images n’ont pas la même largeur</translation>
    </message>
    <message>
        <source>Comparing the pictures…</source>
        <translation>Comparaison des images…</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Computer</source>
        <extracomment>Who looks at the pictures: profile and what it is called here.</extracomment>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Phone, dark</source>
        <translation>Téléphone, sombre</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Différence précédente</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Différence suivante</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Toutes les lignes</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Aucune différence</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>element</source>
        <translation>élément</translation>
    </message>
    <message>
        <source>closing tag</source>
        <translation>balise fermante</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>attribut</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valeur</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>couleur</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>variable</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtre</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>instruction</translation>
    </message>
</context>
<context>
    <name>ComponentForm</name>
    <message>
        <source>Default styles</source>
        <translation>Styles par défaut</translation>
    </message>
    <message>
        <source>Not known to MJML</source>
        <translation>Inconnu de MJML</translation>
    </message>
</context>
<context>
    <name>Components</name>
    <message>
        <source>Mail</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Preheader</source>
        <translation>Pré-en-tête</translation>
    </message>
    <message>
        <source>Style rules</source>
        <translation>Règles de style</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>Breakpoint</source>
        <translation>Point de rupture</translation>
    </message>
    <message>
        <source>Default styles</source>
        <translation>Styles par défaut</translation>
    </message>
    <message>
        <source>HTML attributes</source>
        <translation>Attributs HTML</translation>
    </message>
    <message>
        <source>Shared part</source>
        <translation>Partie commune</translation>
    </message>
    <message>
        <source>Wrapper</source>
        <translation>Enveloppe de sections</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Column group</source>
        <translation>Groupe de colonnes</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Hero</source>
        <translation>Bannière</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>Bouton</translation>
    </message>
    <message>
        <source>Divider</source>
        <translation>Séparateur</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Social networks</source>
        <translation>Réseaux sociaux</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Menu link</source>
        <translation>Lien du menu</translation>
    </message>
    <message>
        <source>Accordion</source>
        <translation>Accordéon</translation>
    </message>
    <message>
        <source>Accordion entry</source>
        <translation>Entrée d’accordéon</translation>
    </message>
    <message>
        <source>Accordion title</source>
        <translation>Titre d’accordéon</translation>
    </message>
    <message>
        <source>Accordion text</source>
        <translation>Texte d’accordéon</translation>
    </message>
    <message>
        <source>Carousel</source>
        <translation>Carrousel</translation>
    </message>
    <message>
        <source>Carousel picture</source>
        <translation>Image du carrousel</translation>
    </message>
</context>
<context>
    <name>ConditionButton</name>
    <message>
        <source>Add a condition</source>
        <translation>Ajouter une condition</translation>
    </message>
    <message>
        <source>Who sees it: {words}</source>
        <translation>Qui le voit&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Show it to some people only</source>
        <translation>Le montrer à certaines personnes seulement</translation>
    </message>
</context>
<context>
    <name>ConditionPopup</name>
    <message>
        <source>Who sees it?</source>
        <translation>Qui le voit&#x202f;?</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>How to say it</source>
        <translation>Manière de le dire</translation>
    </message>
    <message>
        <source>Otherwise show…</source>
        <translation>Sinon, montrer…</translation>
    </message>
    <message>
        <source>What those see who do not see this</source>
        <translation>Ce que voient ceux qui ne voient pas ceci</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>A copy of this, to change: {title}</source>
        <translation>Une copie, à modifier&#xa0;: {title}</translation>
    </message>
    <message>
        <source>What stands above: {title}</source>
        <translation>Ce qui est au-dessus&#xa0;: {title}</translation>
    </message>
    <message>
        <source>What stands below: {title}</source>
        <translation>Ce qui est au-dessous&#xa0;: {title}</translation>
    </message>
</context>
<context>
    <name>ConditionWords</name>
    <message>
        <source>{name} is {value}</source>
        <translation>{name} est {value}</translation>
    </message>
    <message>
        <source>{name} is not {value}</source>
        <translation>{name} n’est pas {value}</translation>
    </message>
    <message>
        <source>{name} contains {value}</source>
        <translation>{name} contient {value}</translation>
    </message>
    <message>
        <source>{name} does not contain {value}</source>
        <translation>{name} ne contient pas {value}</translation>
    </message>
    <message>
        <source>{name} starts with {value}</source>
        <translation>{name} commence par {value}</translation>
    </message>
    <message>
        <source>{name} ends with {value}</source>
        <translation>{name} finit par {value}</translation>
    </message>
    <message>
        <source>{name} is less than {value}</source>
        <translation>{name} est inférieur à {value}</translation>
    </message>
    <message>
        <source>{name} is at most {value}</source>
        <translation>{name} est au plus {value}</translation>
    </message>
    <message>
        <source>{name} is more than {value}</source>
        <translation>{name} est supérieur à {value}</translation>
    </message>
    <message>
        <source>{name} is at least {value}</source>
        <translation>{name} est au moins {value}</translation>
    </message>
    <message>
        <source>{name} is between {value}</source>
        <translation>{name} est entre {value}</translation>
    </message>
    <message>
        <source>{name} is before {value}</source>
        <translation>{name} est avant le {value}</translation>
    </message>
    <message>
        <source>{name} is after {value}</source>
        <translation>{name} est après le {value}</translation>
    </message>
    <message>
        <source>{name} has a value</source>
        <translation>{name} a une valeur</translation>
    </message>
    <message>
        <source>{name} has no value</source>
        <translation>{name} n’a pas de valeur</translation>
    </message>
    <message>
        <source>not {name}</source>
        <translation>hors {name}</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>sinon</translation>
    </message>
    <message>
        <source>each {name}</source>
        <translation>chaque {name}</translation>
    </message>
    <message>
        <source>each of {name}</source>
        <translation>chacun de {name}</translation>
    </message>
    <message>
        <source>{loop}, at most {count}</source>
        <translation>{loop}, {count} au plus</translation>
    </message>
    <message>
        <source>otherwise, {test}</source>
        <translation>sinon, {test}</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>tout le monde</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} et {other}</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} ou {other}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
</context>
<context>
    <name>ContentsModel</name>
    <message numerus="yes">
        <source>%n value(s) missing</source>
        <translation>
            <numerusform>%n valeur manquante</numerusform>
            <numerusform>%n valeurs manquantes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Contrast</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Quiet text</source>
        <translation>Texte discret</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Boutons</translation>
    </message>
    <message>
        <source>Button text</source>
        <translation>Texte de bouton</translation>
    </message>
    <message>
        <source>Band text</source>
        <translation>Texte du bandeau</translation>
    </message>
    <message>
        <source>Band button</source>
        <translation>Bouton bandeau</translation>
    </message>
    <message>
        <source>Band button text</source>
        <translation>Libellé bandeau</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>Accent</translation>
    </message>
    <message>
        <source>Accent text</source>
        <translation>Texte sur l’accent</translation>
    </message>
</context>
<context>
    <name>ContrastModel</name>
    <message>
        <source>Light mails</source>
        <translation>E-mails clairs</translation>
    </message>
    <message>
        <source>Dark mails</source>
        <translation>E-mails sombres</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>suffisant</translation>
    </message>
    <message>
        <source>too weak</source>
        <translation>trop faible</translation>
    </message>
    <message>
        <source>{scheme}: {used} on {ground}, {ratio} : 1, at least {least} : 1, {passes}</source>
        <translation>{scheme}&#xa0;: {used} sur {ground}, {ratio}&#xa0;: 1, au moins {least}&#xa0;: 1, {passes}</translation>
    </message>
    <message>
        <source>moved from {colour} so that it can be seen (ΔE {distance})</source>
        <translation>décalée depuis {colour} pour rester visible (ΔE&#xa0;{distance})</translation>
    </message>
</context>
<context>
    <name>ContrastTable</name>
    <message>
        <source>Contrast of the brand’s colours</source>
        <translation>Contraste des couleurs de la marque</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct {account}</source>
        <translation>Corriger {account}</translation>
    </message>
    <message>
        <source>By how many tokens; a minus takes away</source>
        <translation>De combien de jetons&#x202f;; un moins en retire</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>It stands in the history and on the statement</source>
        <translation>Il figure dans l’historique et sur le relevé</translation>
    </message>
    <message>
        <source>Enter the correction</source>
        <translation>Enregistrer la correction</translation>
    </message>
</context>
<context>
    <name>CostAsker</name>
    <message>
        <source>Counting what it costs</source>
        <translation>Calcul du coût</translation>
    </message>
</context>
<context>
    <name>CostBar</name>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Choose fewer clients</source>
        <translation>Choisir moins de messageries</translation>
    </message>
    <message>
        <source>Those that cover most of your audience, or else most clients</source>
        <translation>Celles qui couvrent le plus de votre audience ou, à défaut, le plus de messageries</translation>
    </message>
    <message>
        <source>Tokens…</source>
        <translation>Jetons…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Take the pictures (Ctrl+Enter)</source>
        <translation>Prendre les images (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Each picture is charged when it is there. What fails, or is stopped, costs nothing.</source>
        <translation>Chaque image est débitée une fois livrée. Ce qui échoue ou est arrêté ne coûte rien.</translation>
    </message>
    <message>
        <source>No client fits: allow more new pictures.</source>
        <translation>Aucune messagerie n’entre dans ce nombre&#xa0;: permettez plus de nouvelles images.</translation>
    </message>
    <message>
        <source>Choose at least one client.</source>
        <translation>Choisissez au moins une messagerie.</translation>
    </message>
    <message>
        <source>Counting what it costs…</source>
        <translation>Calcul du coût…</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Générer</translation>
    </message>
    <message>
        <source>Render – {tokens}</source>
        <translation>Générer – {tokens}</translation>
    </message>
    <message>
        <source>Render again – costs nothing</source>
        <translation>Générer à nouveau – gratuit</translation>
    </message>
    <message>
        <source>Render – costs nothing</source>
        <translation>Générer – gratuit</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>always</source>
        <translation>toujours</translation>
    </message>
    <message>
        <source>sometimes: point at it to see when</source>
        <translation>parfois&#xa0;: pointez dessus pour voir quand</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>always shown</source>
        <translation>toujours affichée</translation>
    </message>
    <message>
        <source>sometimes shown</source>
        <translation>parfois affichée</translation>
    </message>
    <message>
        <source>never shown</source>
        <translation>jamais affichée</translation>
    </message>
    <message>
        <source>The rule of {segments} is wrong: {error}</source>
        <translation>La règle de {segments} est à corriger&#xa0;: {error}</translation>
    </message>
    <message>
        <source>Can never be shown, the condition contradicts itself: {name}.</source>
        <translation>Ne peut jamais s’afficher, la condition se contredit&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>{name} asks for a segment that does not exist: {segments}.</source>
        <translation>{name} demande un segment qui n’existe pas&#xa0;: {segments}.</translation>
    </message>
    <message>
        <source>Nobody can ever be in: {segments}.</source>
        <translation>Personne ne peut jamais faire partie de&#xa0;: {segments}.</translation>
    </message>
    <message>
        <source>Never shown to members of one segment alone: {name}.</source>
        <translation>Jamais affichée pour les membres d’un seul segment&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>Hidden by this data set: {name}.</source>
        <translation>Masquée par ce jeu de données&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>Seen by none of the contacts: {name}.</source>
        <translation>Vue par aucun des contacts&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>Has a condition, yet everybody sees it: {name}.</source>
        <translation>A une condition, mais tout le monde la voit&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>An empty mail goes to: {segments}.</source>
        <translation>Reçoivent un e-mail vide&#xa0;: {segments}.</translation>
    </message>
    <message>
        <source>The mail may be empty for: {segments}.</source>
        <translation>L’e-mail peut être vide pour&#xa0;: {segments}.</translation>
    </message>
    <message>
        <source>Who is in only one of these sees the same sections: {segments}.</source>
        <translation>Qui n’est que dans l’un d’eux voit les mêmes sections&#xa0;: {segments}.</translation>
    </message>
    <message>
        <source>All segments see the same sections.</source>
        <translation>Tous les segments voient les mêmes sections.</translation>
    </message>
    <message>
        <source>In principle, the conditions allow {count} different mails.</source>
        <translation>En principe, les conditions permettent {count} e-mails différents.</translation>
    </message>
    <message>
        <source>In principle, the conditions allow at most {count} different mails.</source>
        <translation>En principe, les conditions permettent au plus {count} e-mails différents.</translation>
    </message>
    <message>
        <source>In principle, the conditions allow more than {count} different mails.</source>
        <translation>En principe, les conditions permettent plus de {count} e-mails différents.</translation>
    </message>
    <message>
        <source>The conditions are too entangled to count the mails they allow.</source>
        <translation>Les conditions sont trop imbriquées pour compter les e-mails qu’elles permettent.</translation>
    </message>
    <message>
        <source>No segment</source>
        <translation>Aucun segment</translation>
    </message>
    <message>
        <source>the conditions are too entangled to say</source>
        <translation>les conditions sont trop imbriquées pour le dire</translation>
    </message>
    <message>
        <source>shown if: {condition}</source>
        <translation>affichée si&#xa0;: {condition}</translation>
    </message>
    <message>
        <source>seen by {count} of its {members} contacts</source>
        <translation>vue par {count} de ses {members} contacts</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>In principle, the conditions allow one mail only.</source>
        <translation>En principe, les conditions ne permettent qu’un seul e-mail.</translation>
    </message>
</context>
<context>
    <name>CoveragePage</name>
    <message>
        <source>Worth knowing</source>
        <translation>Bon à savoir</translation>
    </message>
    <message>
        <source>Every section is seen by somebody, and nobody gets an empty mail.</source>
        <translation>Chaque section est vue par quelqu’un, et personne ne reçoit d’e-mail vide.</translation>
    </message>
    <message>
        <source>Everybody gets the same sections</source>
        <translation>Tout le monde reçoit les mêmes sections</translation>
    </message>
    <message>
        <source>No section of this mail depends on who reads it. Select a section in the editor and choose “Add a condition”: this table then shows which segment sees it.</source>
        <translation>Aucune section de cet e-mail ne dépend de la personne qui le lit. Sélectionnez une section dans l’éditeur et choisissez «&#xa0;Ajouter une condition&#xa0;»&#xa0;: ce tableau montre alors quel segment la voit.</translation>
    </message>
    <message>
        <source>Back to the editor</source>
        <translation>Retour à l’éditeur</translation>
    </message>
    <message>
        <source>No segments yet</source>
        <translation>Pas encore de segment</translation>
    </message>
    <message>
        <source>A segment is everybody who has something in common. With segments, this table shows who sees which section of the mail.</source>
        <translation>Un segment réunit toutes les personnes qui ont un point commun. Avec des segments, ce tableau montre qui voit quelle section de l’e-mail.</translation>
    </message>
    <message>
        <source>Open segments…</source>
        <translation>Ouvrir les segments…</translation>
    </message>
</context>
<context>
    <name>CoverageTable</name>
    <message>
        <source>Sections and the segments that see them</source>
        <translation>Les sections et les segments qui les voient</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>The data is shown in a window of its own.</source>
        <translation>Les données sont dans une fenêtre à part.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Les ramener ici</translation>
    </message>
    <message>
        <source>Keep as a data set…</source>
        <translation>Garder comme jeu…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Montrer l’endroit</translation>
    </message>
    <message>
        <source>The mail keeps the last good data.</source>
        <translation>Le message garde les dernières données valables.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}:</source>
        <translation>Ligne {line}, colonne {column}&#xa0;:</translation>
    </message>
    <message>
        <source>Mend the JSON first, or go back to the last good data.</source>
        <translation>Réparez d’abord le JSON, ou revenez aux dernières données valides.</translation>
    </message>
    <message>
        <source>Back to the last good data</source>
        <translation>Dernières données valables</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Repartir de zéro</translation>
    </message>
    <message>
        <source>The mail is shown with: {case}. Nothing is saved.</source>
        <translation>Le message est montré avec&#xa0;: {case}. Rien n’est enregistré.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) missing</source>
        <translation>
            <numerusform>%n valeur manquante</numerusform>
            <numerusform>%n valeurs manquantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Change data</source>
        <translation>Modifier les données</translation>
    </message>
    <message>
        <source>Remove a value</source>
        <translation>Retirer une valeur</translation>
    </message>
    <message>
        <source>The mail follows what you type.</source>
        <translation>Le message suit ce que vous tapez.</translation>
    </message>
</context>
<context>
    <name>DataSets</name>
    <message>
        <source>Usual</source>
        <translation>Habituel</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>Minimal</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Long</translation>
    </message>
    <message>
        <source>Empty values</source>
        <translation>Valeurs vides</translation>
    </message>
    <message>
        <source>Very long texts</source>
        <translation>Textes très longs</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>Valeurs manquantes</translation>
    </message>
    <message>
        <source>Right-to-left writing</source>
        <translation>Écriture de droite à gauche</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Émojis</translation>
    </message>
    <message>
        <source>Lists without rows</source>
        <translation>Listes sans lignes</translation>
    </message>
    <message>
        <source>Lists of one row</source>
        <translation>Listes d’une ligne</translation>
    </message>
    <message>
        <source>Lists of 100 rows</source>
        <translation>Listes de 100 lignes</translation>
    </message>
</context>
<context>
    <name>DataWindow</name>
    <message>
        <source>Data</source>
        <extracomment>The window&apos;s actions whose shortcuts work here too.</extracomment>
        <translation>Données</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Choose a day…</source>
        <translation>Choisir un jour…</translation>
    </message>
    <message>
        <source>{name}: choose a day</source>
        <translation>{name}&#xa0;: choisir un jour</translation>
    </message>
</context>
<context>
    <name>DeleteBrandDialog</name>
    <message>
        <source>Delete the brand</source>
        <translation>Supprimer la marque</translation>
    </message>
    <message>
        <source>Delete {brand}?</source>
        <translation>Supprimer {brand}&#x202f;?</translation>
    </message>
    <message>
        <source>No template uses it. It can be undone.</source>
        <translation>Aucun modèle ne l’utilise. Cela peut être annulé.</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) use it and move to another brand first. It can be undone.</source>
        <translation>
            <numerusform>%n modèle l’utilise et passe d’abord à une autre marque. Cela peut être annulé.</numerusform>
            <numerusform>%n modèles l’utilisent et passent d’abord à une autre marque. Cela peut être annulé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) use it, and there is no other brand for them.</source>
        <translation>
            <numerusform>%n modèle l’utilise, et il n’y a pas d’autre marque pour lui.</numerusform>
            <numerusform>%n modèles l’utilisent, et il n’y a pas d’autre marque pour eux.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its templates move to</source>
        <translation>Ses modèles passent à</translation>
    </message>
    <message>
        <source>Move and delete</source>
        <translation>Déplacer et supprimer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>DeletePresetDialog</name>
    <message>
        <source>Delete the preset</source>
        <translation>Supprimer la sélection</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>Supprimer «&#xa0;{name}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>It is a set of this workspace: whoever shares it cannot use it any more either.</source>
        <translation>Elle fait partie de cet espace de travail&#xa0;: ceux qui le partagent ne pourront plus l’utiliser non plus.</translation>
    </message>
</context>
<context>
    <name>DeleteQuestion</name>
    <message>
        <source>Keep it</source>
        <translation>La garder</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>DeleteRunDialog</name>
    <message>
        <source>Delete the run</source>
        <translation>Supprimer la série</translation>
    </message>
    <message>
        <source>Delete the run “{name}”?</source>
        <translation>Supprimer la série «&#xa0;{name}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>{holds}. Its answers go too. Pictures that no other run shows are deleted. This cannot be undone.</source>
        <translation>{holds}. Ses réponses disparaissent aussi. Les images qu’aucune autre série ne montre sont supprimées. C’est irréversible.</translation>
    </message>
</context>
<context>
    <name>DeleteSegmentDialog</name>
    <message>
        <source>Delete the segment</source>
        <translation>Supprimer le segment</translation>
    </message>
    <message>
        <source>“{name}” is still used</source>
        <translation>«&#xa0;{name}&#xa0;» est encore utilisé</translation>
    </message>
    <message numerus="yes">
        <source>and %n more place(s)</source>
        <translation>
            <numerusform>et %n autre endroit</numerusform>
            <numerusform>et %n autres endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>These places stay as they are; nobody counts as in the segment there.</source>
        <translation>Ces endroits restent tels quels&#x202f;; personne n’y compte comme membre du segment.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Delete all the same</source>
        <translation>Supprimer quand même</translation>
    </message>
</context>
<context>
    <name>DesignPanel</name>
    <message>
        <source>The mail. The outline is its equivalent for the keyboard.</source>
        <translation>Le message. Le plan est son équivalent au clavier.</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Les deux sont identiques.</translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged line(s)</source>
        <translation>
            <numerusform>%n ligne inchangée</numerusform>
            <numerusform>%n lignes inchangées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiskBar</name>
    <message>
        <source>On disk</source>
        <translation>Sur le disque</translation>
    </message>
    <message>
        <source>Here, not saved</source>
        <translation>Ici, non enregistré</translation>
    </message>
    <message>
        <source>This template was changed on disk too.</source>
        <translation>Ce modèle a aussi été modifié sur le disque.</translation>
    </message>
    <message>
        <source>This template was deleted on disk.</source>
        <translation>Ce modèle a été supprimé du disque.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparer…</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder le mien</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Recharger</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Le fermer</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>L’enregistrer à nouveau</translation>
    </message>
</context>
<context>
    <name>DiskWatch</name>
    <message>
        <source>Looking at the disk</source>
        <translation>Lecture du disque</translation>
    </message>
    <message>
        <source>{file} was changed on disk too; saving writes over it.</source>
        <translation>{file} a aussi été modifié sur le disque&#x202f;; enregistrer l’écrasera.</translation>
    </message>
    <message>
        <source>This template was changed on disk and has been read again.</source>
        <translation>Ce modèle a été modifié sur le disque et a été relu.</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <source>Open templates</source>
        <translation>Modèles ouverts</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Close {name}</source>
        <translation>Fermer {name}</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>New section</source>
        <translation>Nouvelle section</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Outline</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blocs</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Modules</translation>
    </message>
    <message>
        <source>What the mail is made of</source>
        <translation>Ce dont le message est fait</translation>
    </message>
    <message>
        <source>Problems ({count})</source>
        <translation>Problèmes ({count})</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Variables ({count})</source>
        <translation>Variables ({count})</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variables</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Problems and data</source>
        <translation>Problèmes et données</translation>
    </message>
</context>
<context>
    <name>EditorStatus</name>
    <message>
        <source>Weight of the mail</source>
        <translation>Poids du message</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistrée</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>{weight} of {limit} KB</source>
        <translation>{weight} sur {limit} Ko</translation>
    </message>
    <message>
        <source>Too heavy: {weight}</source>
        <translation>Trop lourd&#xa0;: {weight}</translation>
    </message>
    <message>
        <source>Gmail cuts a mail off behind 102 KB of HTML.</source>
        <translation>Gmail coupe un message au-delà de 102 Ko de HTML.</translation>
    </message>
</context>
<context>
    <name>EditorVerbs</name>
    <message>
        <source>{name} is saved.</source>
        <translation>{name} est enregistré.</translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Search an emoji</source>
        <translation>Chercher un emoji</translation>
    </message>
    <message>
        <source>Season or kind</source>
        <translation>Saison ou catégorie</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>No emoji is called that.</source>
        <translation>Aucun emoji ne porte ce nom.</translation>
    </message>
</context>
<context>
    <name>EngineDialog</name>
    <message>
        <source>Looking for engines</source>
        <translation>Recherche des moteurs</translation>
    </message>
    <message>
        <source>Install {engine}</source>
        <translation>Installer {engine}</translation>
    </message>
    <message>
        <source>{engine} is not installed</source>
        <translation>{engine} n’est pas installé</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Looking how it can be added…</source>
        <translation>Recherche du moyen de l’ajouter…</translation>
    </message>
    <message>
        <source>It is fetched from Playwright: 100 to 200 MB. What needs it is drawn by it from then on.</source>
        <translation>Il vient de Playwright&#xa0;: de 100 à 200&#xa0;Mo. Ce qui en a besoin est ensuite dessiné par lui.</translation>
    </message>
    <message>
        <source>This command adds it. Then render again.</source>
        <translation>Cette commande l’ajoute. Relancez ensuite les images.</translation>
    </message>
</context>
<context>
    <name>EngineNotice</name>
    <message numerus="yes">
        <source>{engine} is not installed: %n of these clients is(are) drawn by {other} instead.</source>
        <translation>
            <numerusform>{engine} n’est pas installé&#xa0;: %n de ces messageries est dessinée par {other} à sa place.</numerusform>
            <numerusform>{engine} n’est pas installé&#xa0;: %n de ces messageries sont dessinées par {other} à sa place.</numerusform>
        </translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installer…</translation>
    </message>
    <message>
        <source>Install {engine}</source>
        <translation>Installer {engine}</translation>
    </message>
</context>
<context>
    <name>Envelope</name>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>rather short</source>
        <translation>plutôt court</translation>
    </message>
    <message>
        <source>good length</source>
        <translation>bonne longueur</translation>
    </message>
    <message>
        <source>rather long</source>
        <translation>plutôt long</translation>
    </message>
    <message>
        <source>phones cut it</source>
        <translation>coupé sur mobile</translation>
    </message>
    <message>
        <source>cut everywhere</source>
        <translation>coupé partout</translation>
    </message>
</context>
<context>
    <name>EnvelopePanel</name>
    <message>
        <source>Plain text (own)…</source>
        <translation>Texte brut (rédigé)…</translation>
    </message>
    <message>
        <source>Plain text…</source>
        <translation>Texte brut…</translation>
    </message>
</context>
<context>
    <name>EnvelopeRow</name>
    <message>
        <source>Close subject and sender</source>
        <translation>Refermer objet et expéditeur</translation>
    </message>
    <message>
        <source>Edit subject, preheader and sender</source>
        <translation>Modifier l’objet, le pré-en-tête et l’expéditeur</translation>
    </message>
</context>
<context>
    <name>ErrandPage</name>
    <message>
        <source>Counting what it costs</source>
        <translation>Calcul du coût</translation>
    </message>
    <message>
        <source>Back to the pictures (Esc)</source>
        <translation>Retour aux images (Échap)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>What is stale</source>
        <translation>Ce qui est périmé</translation>
    </message>
    <message>
        <source>Rendering previews</source>
        <translation>Génération des aperçus</translation>
    </message>
    <message>
        <source>Every picture of the latest runs is as it would be now. Checked: {templates}.</source>
        <translation>Chaque image des dernières séries est telle qu’elle serait maintenant. Vérifiés&#xa0;: {templates}.</translation>
    </message>
    <message>
        <source>Nothing is stale</source>
        <translation>Rien n’est périmé</translation>
    </message>
    <message>
        <source>Looking what is to be taken…</source>
        <translation>Recherche de ce qui est à prendre…</translation>
    </message>
    <message>
        <source>Looking costs nothing.</source>
        <translation>Cette recherche ne coûte rien.</translation>
    </message>
    <message>
        <source>What is there stays as it is. Each picture is charged when it is there.</source>
        <translation>Ce qui existe reste tel quel. Chaque image est facturée une fois prise.</translation>
    </message>
    <message>
        <source>To be taken: {pictures}</source>
        <translation>À prendre&#xa0;: {pictures}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export to a zip</source>
        <translation>Exporter dans un zip</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Language of the tags</source>
        <translation>Langage des balises</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation>Tous ({count})</translation>
    </message>
    <message>
        <source>Selected ({count})</source>
        <translation>Sélectionnés ({count})</translation>
    </message>
    <message>
        <source>Jinja, and rendered</source>
        <translation>Jinja, et rendu</translation>
    </message>
    <message>
        <source>Rendered only</source>
        <translation>Rendu seulement</translation>
    </message>
    <message>
        <source>By each template’s kind</source>
        <translation>Selon le type de chaque modèle</translation>
    </message>
    <message>
        <source>Transactional (API)</source>
        <translation>Transactionnelle (API)</translation>
    </message>
    <message>
        <source>Marketing (campaign)</source>
        <translation>Marketing (campagne)</translation>
    </message>
    <message>
        <source>What to know about it</source>
        <translation>Ce qu’il faut en savoir</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Write them too, without what cannot be said</source>
        <translation>Les écrire aussi, sans ce qui ne peut pas être dit</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>Aller à l’endroit</translation>
    </message>
    <message>
        <source>Looking at the templates</source>
        <translation>Examen des modèles</translation>
    </message>
    <message numerus="yes">
        <source>Export %n template(s)…</source>
        <translation>
            <numerusform>Exporter %n modèle…</numerusform>
            <numerusform>Exporter %n modèles…</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Filled with the data set “default”: a mail that can be sent as it is, without any tag.</source>
        <translation>Rempli avec le jeu de données «&#xa0;default&#xa0;»&#xa0;: un e-mail qui peut partir tel quel, sans aucune balise.</translation>
    </message>
    <message>
        <source>The tags stay as they are, the brand is in; each template comes rendered with data as well.</source>
        <translation>Les balises restent telles quelles, la marque est dedans&#x202f;; chaque modèle est aussi rendu avec des données.</translation>
    </message>
    <message>
        <source>The tags are translated for {service}, as HTML, MJML and text, with sample data.</source>
        <translation>Les balises sont traduites pour {service}, en HTML, MJML et texte, avec des données d’exemple.</translation>
    </message>
    <message>
        <source>Nothing has to be translated, so there is nothing to look at.</source>
        <translation>Rien n’est à traduire, il n’y a donc rien à examiner.</translation>
    </message>
    <message>
        <source>All of it can be said in {service}’s language.</source>
        <translation>Tout peut se dire dans le langage de {service}.</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) cannot be said completely</source>
        <translation>
            <numerusform>%n modèle ne peut pas se dire entièrement</numerusform>
            <numerusform>%n modèles ne peuvent pas se dire entièrement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to mind</source>
        <translation>
            <numerusform>%n point à surveiller</numerusform>
            <numerusform>%n points à surveiller</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export to a zip</source>
        <translation>Exporter dans un zip</translation>
    </message>
    <message>
        <source>Zip archives</source>
        <translation>Archives zip</translation>
    </message>
</context>
<context>
    <name>EyedropperDialog</name>
    <message>
        <source>Pick a colour: {field}</source>
        <translation>Prélever une couleur&#xa0;: {field}</translation>
    </message>
    <message>
        <source>Picture: the arrow keys move the spot by a pixel, with Shift by ten</source>
        <translation>Image&#xa0;: les flèches déplacent le repère d’un pixel, de dix avec Maj</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>Ouvrir une image…</translation>
    </message>
    <message>
        <source>Click a spot, or move it with the arrow keys; Enter takes its colour.</source>
        <translation>Cliquez un point ou déplacez-le avec les flèches&#x202f;; Entrée prend sa couleur.</translation>
    </message>
    <message>
        <source>Reading a picture</source>
        <translation>Lecture d’une image</translation>
    </message>
    <message>
        <source>There is no picture of the page yet. Open one: a screenshot, a logo, a flyer.</source>
        <translation>Il n’y a pas encore d’image de la page. Ouvrez-en une&#xa0;: une capture d’écran, un logo, un dépliant.</translation>
    </message>
    <message>
        <source>Take {colour}</source>
        <translation>Prendre {colour}</translation>
    </message>
    <message>
        <source>Take the colour</source>
        <translation>Prendre la couleur</translation>
    </message>
    <message>
        <source>The same as {source}</source>
        <translation>La même que&#xa0;: {source}</translation>
    </message>
    <message>
        <source>Nearest: {source}, ΔE {distance}</source>
        <translation>La plus proche&#xa0;: {source}, ΔE&#xa0;{distance}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>Ouvrir une image</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>confirmed</source>
        <translation>confirmé</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>worth a look</source>
        <translation>à vérifier</translation>
    </message>
    <message>
        <source>worth a look · {source}</source>
        <translation>à vérifier · {source}</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Needed</source>
        <translation>Indispensable</translation>
    </message>
    <message>
        <source>{name} (needed)</source>
        <translation>{name} (indispensable)</translation>
    </message>
    <message>
        <source>Remove: the template does not use it</source>
        <translation>Supprimer&#xa0;: le modèle ne l’utilise pas</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Supprimer {name}</translation>
    </message>
    <message>
        <source>The template repeats something for each item of this, but it is no list.</source>
        <translation>Le modèle répète quelque chose pour chaque élément, mais ceci n’est pas une liste.</translation>
    </message>
    <message>
        <source>The template looks for values inside this, but it has none.</source>
        <translation>Le modèle cherche des valeurs là-dedans, mais il n’y en a pas.</translation>
    </message>
    <message>
        <source>The template calculates with this: write a number.</source>
        <translation>Le modèle calcule avec cette valeur&#xa0;: écrivez un nombre.</translation>
    </message>
    <message>
        <source>The template shows this as one value, but it holds several.</source>
        <translation>Le modèle affiche ceci comme une seule valeur, mais il y en a plusieurs.</translation>
    </message>
    <message>
        <source>The mail cannot be made without it.</source>
        <translation>Le message ne peut pas être produit sans cette valeur.</translation>
    </message>
    <message>
        <source>Used when {condition}</source>
        <translation>Utilisé quand {condition}</translation>
    </message>
    <message>
        <source>Without it: {default}</source>
        <translation>Sans elle&#xa0;: {default}</translation>
    </message>
    <message>
        <source>The template does not use it.</source>
        <translation>Le modèle ne l’utilise pas.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search clients, templates, data sets</source>
        <translation>Rechercher messageries, modèles, jeux de données</translation>
    </message>
    <message>
        <source>Search pictures</source>
        <translation>Rechercher des images</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Taille des images</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>Tous les appareils</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>All modes</source>
        <translation>Tous les modes</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Modes</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>Toutes les réponses</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiées</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Périmées</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquantes</translation>
    </message>
    <message>
        <source>Only pictures that look different from those of the run before</source>
        <translation>Seulement les images dont l’aspect diffère de la série précédente</translation>
    </message>
    <message>
        <source>Only pictures that are not as they would be now</source>
        <translation>Seulement les images qui ne sont plus telles qu’elles seraient maintenant</translation>
    </message>
    <message>
        <source>Only where there is no picture</source>
        <translation>Seulement là où il n’y a pas d’image</translation>
    </message>
</context>
<context>
    <name>FilterImportDialog</name>
    <message>
        <source>Import from Mailjet</source>
        <translation>Importer de Mailjet</translation>
    </message>
    <message>
        <source>A segment from a contact filter</source>
        <translation>Un segment à partir d’un filtre de contacts</translation>
    </message>
    <message>
        <source>At Mailjet, open the segment and copy the expression of its filter.</source>
        <translation>Chez Mailjet, ouvrez le segment et copiez l’expression de son filtre.</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>Nom du segment</translation>
    </message>
    <message>
        <source>Contact filter</source>
        <translation>Filtre de contacts</translation>
    </message>
    <message>
        <source>Becomes the rule</source>
        <translation>Devient la règle</translation>
    </message>
    <message>
        <source>What people call it</source>
        <translation>Comment on l’appelle</translation>
    </message>
    <message>
        <source>Make the segment</source>
        <translation>Créer le segment</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>FindReplaceDialog</name>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Find and replace in templates</source>
        <translation>Rechercher et remplacer dans les modèles</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Mots entiers</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>\1 in the replacement is what the first group found</source>
        <translation>\1 dans le remplacement reprend ce qu’a trouvé le premier groupe</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Où chercher</translation>
    </message>
    <message>
        <source>In all templates ({count})</source>
        <translation>Dans tous les modèles ({count})</translation>
    </message>
    <message>
        <source>In those shown ({count})</source>
        <translation>Dans ceux affichés ({count})</translation>
    </message>
    <message>
        <source>In those selected ({count})</source>
        <translation>Dans ceux sélectionnés ({count})</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Undo the last replacement</source>
        <translation>Annuler le dernier remplacement</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Rien n’a été trouvé.</translation>
    </message>
    <message>
        <source>There are more than {most} places; these are the first.</source>
        <translation>Il y a plus de {most} occurrences&#x202f;; voici les premières.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n occurrence</numerusform>
            <numerusform>%n occurrences</numerusform>
        </translation>
    </message>
    <message>
        <source>{places} in {templates}</source>
        <translation>{places} dans {templates}</translation>
    </message>
    <message>
        <source>Taken back: {templates}.</source>
        <translation>Annulé&#xa0;: {templates}.</translation>
    </message>
    <message>
        <source>Replaced in {templates}.</source>
        <translation>Remplacé dans {templates}.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>La recherche a été arrêtée.</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n place(s)</source>
        <translation>
            <numerusform>Remplacer %n occurrence</numerusform>
            <numerusform>Remplacer %n occurrences</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
</context>
<context>
    <name>FindingBar</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>FindingList</name>
    <message>
        <source>What is worth knowing</source>
        <translation>Ce qui est bon à savoir</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>{name}, line {line}</source>
        <translation>{name}, ligne {line}</translation>
    </message>
</context>
<context>
    <name>FontEditor</name>
    <message>
        <source>Other…</source>
        <translation>Autre…</translation>
    </message>
    <message>
        <source>Brand, text: {font}</source>
        <translation>Marque, texte&#xa0;: {font}</translation>
    </message>
    <message>
        <source>Brand, headings: {font}</source>
        <translation>Marque, titres&#xa0;: {font}</translation>
    </message>
</context>
<context>
    <name>FontField</name>
    <message>
        <source>Write families with commas between them, such as Georgia, serif.</source>
        <extracomment>Stacks that every mail program has. Faces, or their twins under another name, that every reader has: nobody needs to be told of those. What a computer without Microsoft&apos;s or Apple&apos;s faces shows in their place.</extracomment>
        <translation>Écrivez des familles séparées par des virgules, comme Georgia, serif.</translation>
    </message>
    <message>
        <source>A letter worth opening</source>
        <translation>Un courrier à ouvrir</translation>
    </message>
    <message>
        <source>Thank you for your order.</source>
        <translation>Merci de votre commande.</translation>
    </message>
    <message>
        <source>{font} is not on this computer: a fallback is shown, as many readers will see it.</source>
        <translation>{font} n’est pas sur cet ordinateur&#xa0;: une police de remplacement s’affiche, comme chez beaucoup de lecteurs.</translation>
    </message>
</context>
<context>
    <name>FontsBox</name>
    <message>
        <source>Remove the font {name}</source>
        <translation>Retirer la police {name}</translation>
    </message>
    <message>
        <source>Mail programs that load no fonts show the next one of the stack.</source>
        <translation>Les messageries qui ne chargent pas de police affichent la suivante de la liste.</translation>
    </message>
    <message>
        <source>Name, such as Inter</source>
        <translation>Nom, par exemple Inter</translation>
    </message>
    <message>
        <source>Name of the font</source>
        <translation>Nom de la police</translation>
    </message>
    <message>
        <source>Address of its style sheet</source>
        <translation>Adresse de sa feuille de style</translation>
    </message>
    <message>
        <source>Add the font</source>
        <translation>Ajouter la police</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>FormFeed</name>
    <message>
        <source>Reading the data</source>
        <translation>Lecture des données</translation>
    </message>
    <message>
        <source>Reading what the template uses</source>
        <translation>Lecture de ce que le modèle utilise</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>What the data consists of</source>
        <translation>Contenu des données</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>No segments yet. Once there are some, tick here which the recipient belongs to.</source>
        <translation>Pas encore de segments. Dès qu’il y en aura, cochez ici ceux du destinataire.</translation>
    </message>
    <message>
        <source>The template says nothing about its recipient. Insert a contact property, and it is here.</source>
        <translation>Le modèle ne dit rien de son destinataire. Insérez une propriété de contact&#xa0;: elle apparaîtra ici.</translation>
    </message>
    <message>
        <source>The template uses no variables yet. Insert a merge tag in a text, and its value is here.</source>
        <translation>Le modèle n’utilise encore aucune variable. Insérez une balise dans un texte&#xa0;: sa valeur apparaîtra ici.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Non utilisé</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
</context>
<context>
    <name>FormatBar</name>
    <message>
        <source>Formatting</source>
        <translation>Mise en forme</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>Clear formatting</source>
        <translation>Effacer la mise en forme</translation>
    </message>
    <message>
        <source>Text colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>Supprimer le lien</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Template tags in what you pasted are now plain words, so that they do nothing.</source>
        <translation>Les balises de modèle de ce que vous avez collé sont devenues de simples mots&#xa0;: elles ne font rien.</translation>
    </message>
    <message>
        <source>Pictures do not go into a text: drop them on the mail instead.</source>
        <translation>Une image ne se colle pas dans un texte&#xa0;: déposez-la plutôt sur l’e-mail.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alignement</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Souligné</translation>
    </message>
    <message>
        <source>Strike through</source>
        <translation>Barré</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>Liste à puces</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Liste numérotée</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>This was found</source>
        <translation>Voici ce qui a été trouvé</translation>
    </message>
    <message>
        <source>No logo was found: the name is set in type. You can choose a file later.</source>
        <translation>Aucun logo trouvé&#xa0;: le nom est composé en lettres. Vous pourrez choisir un fichier plus tard.</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>Nom de l’entreprise</translation>
    </message>
    <message>
        <source>Dominant colour</source>
        <translation>Couleur dominante</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>English and French</source>
        <translation>Anglais et français</translation>
    </message>
    <message>
        <source>English only</source>
        <translation>Anglais seulement</translation>
    </message>
    <message>
        <source>French only</source>
        <translation>Français seulement</translation>
    </message>
    <message>
        <source>Folder of the new workspace</source>
        <translation>Dossier du nouvel espace de travail</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
</context>
<context>
    <name>GalleryPanel</name>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>Rechercher des modèles</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Size of the cards</source>
        <translation>Taille des vignettes</translation>
    </message>
    <message>
        <source>Languages side by side</source>
        <translation>Langues côte à côte</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nouveau…</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Nouveau modèle</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les genres</translation>
    </message>
    <message>
        <source>No template matches these filters.</source>
        <translation>Aucun modèle ne répond à ces filtres.</translation>
    </message>
    <message>
        <source>Show all templates</source>
        <translation>Afficher tous les modèles</translation>
    </message>
    <message>
        <source>This workspace has no templates yet. Begin with a blank one or a starter.</source>
        <translation>Cet espace de travail n’a pas encore de modèle. Commencez par un modèle vierge ou un modèle de départ.</translation>
    </message>
    <message>
        <source>New template…</source>
        <translation>Nouveau modèle…</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoToLine</name>
    <message>
        <source>Go to line</source>
        <translation>Aller à la ligne</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>sur {count}</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
</context>
<context>
    <name>GroupBox</name>
    <message>
        <source>How the conditions of this group count</source>
        <translation>Comment comptent les conditions de ce groupe</translation>
    </message>
    <message>
        <source>Remove the group</source>
        <translation>Retirer le groupe</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Ajouter une condition</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Ajouter un groupe</translation>
    </message>
    <message>
        <source>An empty group does not count.</source>
        <translation>Un groupe vide ne compte pas.</translation>
    </message>
    <message>
        <source>No condition yet: everybody.</source>
        <translation>Pas encore de condition&#xa0;: tout le monde.</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fond</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Mise en page</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Bordure</translation>
    </message>
    <message>
        <source>All attributes</source>
        <translation>Tous les attributs</translation>
    </message>
</context>
<context>
    <name>HandleBar</name>
    <message>
        <source>Drag: {name}</source>
        <translation>Faire glisser&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>Faire glisser pour déplacer</translation>
    </message>
</context>
<context>
    <name>HeadBar</name>
    <message>
        <source>What can be done with this run</source>
        <translation>Actions sur cette série</translation>
    </message>
    <message>
        <source>Answers and approval</source>
        <translation>Réponses et validation</translation>
    </message>
    <message>
        <source>Recheck…</source>
        <translation>Revérifier…</translation>
    </message>
    <message>
        <source>Take anew what is not as it would be now, and see what changed (F5)</source>
        <translation>Reprendre ce qui n’est plus à jour et voir ce qui a changé (F5)</translation>
    </message>
    <message>
        <source>Proof sheet…</source>
        <translation>Épreuve…</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Less room for the data</source>
        <translation>Moins de place pour les données</translation>
    </message>
    <message>
        <source>More room for the data</source>
        <translation>Plus de place pour les données</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Jeu de données</translation>
    </message>
    <message>
        <source>Data sets: new, rename, delete</source>
        <translation>Jeux de données&#xa0;: nouveau, renommer, supprimer</translation>
    </message>
    <message>
        <source>Try out</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Fill with samples, and see what happens at the edges</source>
        <translation>Remplir avec des exemples, et voir les cas limites</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Format data</source>
        <translation>Mettre en forme</translation>
    </message>
    <message>
        <source>In a window of its own</source>
        <translation>Dans une fenêtre à part</translation>
    </message>
    <message>
        <source>New data set…</source>
        <translation>Nouveau jeu de données…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Fill with samples, in English</source>
        <translation>Remplir avec des exemples, en anglais</translation>
    </message>
    <message>
        <source>Fill with samples, in French</source>
        <translation>Remplir avec des exemples, en français</translation>
    </message>
    <message>
        <source>Show the mail with …</source>
        <translation>Montrer le message avec…</translation>
    </message>
</context>
<context>
    <name>HiddenNote</name>
    <message>
        <source>Hidden for whom the mail is shown now</source>
        <translation>Masqué pour la personne à qui l’e-mail est montré</translation>
    </message>
    <message>
        <source>Show the whole mail</source>
        <translation>Montrer tout l’e-mail</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Found on disk</source>
        <translation>Trouvée sur le disque</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistrée</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Conservée</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restaurée</translation>
    </message>
    <message>
        <source>Unsaved work, put aside</source>
        <translation>Travail non enregistré, mis de côté</translation>
    </message>
    <message>
        <source>Reading the history</source>
        <translation>Lecture de l’historique</translation>
    </message>
    <message>
        <source>Naming a version</source>
        <translation>Nommage d’une version</translation>
    </message>
    <message>
        <source>Reading a version</source>
        <translation>Lecture d’une version</translation>
    </message>
    <message>
        <source>History – {name}</source>
        <translation>Historique – {name}</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>Versions, les plus récentes d’abord</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Restaurer cette version</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>Pas encore de versions</translation>
    </message>
    <message>
        <source>Every save is kept here. Save once to begin.</source>
        <translation>Chaque enregistrement est gardé ici. Enregistrez une fois pour commencer.</translation>
    </message>
    <message>
        <source>Counting changes</source>
        <translation>Comptage des changements</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Tout est enregistré</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Tel qu’il est maintenant</translation>
    </message>
    <message>
        <source>Restore a version</source>
        <translation>Restaurer une version</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Writing the history</source>
        <translation>Écriture de l’historique</translation>
    </message>
    <message>
        <source>Search notes, templates, people</source>
        <translation>Chercher notes, modèles, personnes</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Chercher dans l’historique</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exporter en CSV…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Reading the history</source>
        <translation>Lecture de l’historique</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Enregistré&#xa0;: {path}</translation>
    </message>
    <message>
        <source>Nothing like this</source>
        <translation>Rien de tel</translation>
    </message>
    <message>
        <source>No entry of this account is of these kinds, in this time and with these words.</source>
        <translation>Aucune écriture de ce compte ne répond à ces types, cette période et ces mots.</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>Afficher toutes les écritures</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Rien ne s’est encore passé</translation>
    </message>
    <message>
        <source>Whatever is bought, moved, reserved or spent stands here, and is never changed again.</source>
        <translation>Tout ce qui est acheté, déplacé, réservé ou dépensé figure ici et n’est plus jamais modifié.</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>{found} becomes {replacement}</source>
        <translation>{found} devient {replacement}</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
</context>
<context>
    <name>HoverPicture</name>
    <message>
        <source>Reading a picture</source>
        <translation>Lecture d’une image</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a template</source>
        <translation>Importer un modèle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Included files</source>
        <translation>Fichiers inclus</translation>
    </message>
    <message>
        <source>What to know about it</source>
        <translation>À savoir</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Look in another folder…</source>
        <translation>Chercher dans un autre dossier…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Put into the mail</source>
        <translation>Insérer dans l’e-mail</translation>
    </message>
    <message>
        <source>Copy beside the template</source>
        <translation>Copier à côté du modèle</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Lecture du fichier</translation>
    </message>
    <message>
        <source>Pictures and included files are looked for in {folder}</source>
        <translation>Les images et les fichiers inclus sont cherchés dans {folder}</translation>
    </message>
    <message>
        <source>MJML</source>
        <translation>MJML</translation>
    </message>
    <message>
        <source>MJML 3, brought up to date</source>
        <translation>MJML 3, mis à jour</translation>
    </message>
    <message>
        <source>HTML, kept as it is in sections</source>
        <translation>HTML, gardé tel quel en sections</translation>
    </message>
    <message numerus="yes">
        <source>%n included file(s)</source>
        <translation>
            <numerusform>%n fichier inclus</numerusform>
            <numerusform>%n fichiers inclus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importation</translation>
    </message>
    <message>
        <source>The folder of its pictures and includes</source>
        <translation>Le dossier de ses images et de ses fichiers inclus</translation>
    </message>
    <message>
        <source>{weight} KB</source>
        <translation>{weight}&#xa0;Ko</translation>
    </message>
</context>
<context>
    <name>InboxWords</name>
    <message>
        <source>(no subject)</source>
        <translation>(sans objet)</translation>
    </message>
</context>
<context>
    <name>InspectorEdits</name>
    <message>
        <source>Reset: {name}</source>
        <translation>Réinitialiser&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Fix a problem</source>
        <translation>Corriger un problème</translation>
    </message>
    <message>
        <source>Change the columns</source>
        <translation>Modifier les colonnes</translation>
    </message>
    <message>
        <source>Resize the columns</source>
        <translation>Redimensionner les colonnes</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Ajouter une colonne</translation>
    </message>
    <message>
        <source>Change the web fonts</source>
        <translation>Modifier les polices web</translation>
    </message>
    <message>
        <source>Change: {name}</source>
        <translation>Modifier&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>InspectorHeader</name>
    <message>
        <source>Label, such as hero</source>
        <translation>Étiquette, par exemple hero</translation>
    </message>
    <message>
        <source>Label of the section</source>
        <translation>Étiquette de la section</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Open a template to see and change what it is made of.</source>
        <translation>Ouvrez un modèle pour voir et modifier ce qui le compose.</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>Drag a block here, or press Enter in Blocks</source>
        <translation>Faites glisser un bloc ici, ou appuyez sur Entrée dans Blocs</translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}&#xa0;: {done} sur {total}</translation>
    </message>
</context>
<context>
    <name>JsonView</name>
    <message>
        <source>Format data</source>
        <translation>Mettre en forme</translation>
    </message>
    <message>
        <source>Data as JSON</source>
        <translation>Données en JSON</translation>
    </message>
    <message>
        <source>No data yet. Write an object, such as {&quot;first_name&quot;: &quot;Ada&quot;}.</source>
        <translation>Pas encore de données. Écrivez un objet, par exemple {&quot;first_name&quot;: &quot;Ada&quot;}.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Outdent</source>
        <translation>Diminuer le retrait</translation>
    </message>
    <message>
        <source>Indent</source>
        <translation>Augmenter le retrait</translation>
    </message>
</context>
<context>
    <name>KindChoice</name>
    <message>
        <source>Kinds of entries</source>
        <translation>Types d’écritures</translation>
    </message>
    <message>
        <source>{n} kinds</source>
        <translation>{n} types</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les types</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Marketing</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>Transactional</source>
        <translation>Transactionnel</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Juridique</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
</context>
<context>
    <name>LanguageMail</name>
    <message>
        <source>The mail in {language}</source>
        <translation>L’e-mail en {language}</translation>
    </message>
</context>
<context>
    <name>LeftDialog</name>
    <message>
        <source>Left as they are</source>
        <translation>Laissés tels quels</translation>
    </message>
    <message>
        <source>Some things were left as they are:</source>
        <translation>Certains éléments ont été laissés tels quels&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) changed</source>
        <translation>
            <numerusform>%n modèle modifié</numerusform>
            <numerusform>%n modèles modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>{module} is shared, and goes on naming pictures of the brand from before.</source>
        <translation>{module} est partagé et continue d’utiliser des images de l’ancienne marque.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Preheader</source>
        <translation>Pré-en-tête</translation>
    </message>
    <message>
        <source>What the mail is about</source>
        <translation>De quoi parle l’e-mail</translation>
    </message>
    <message>
        <source>What the inbox shows behind the subject</source>
        <translation>Ce que la boîte de réception montre après l’objet</translation>
    </message>
    <message>
        <source>{field}: insert a name</source>
        <translation>{field}&#xa0;: insérer un nom</translation>
    </message>
    <message>
        <source>{field}: insert an emoji</source>
        <translation>{field}&#xa0;: insérer un emoji</translation>
    </message>
    <message>
        <source>{field}: edit in the code</source>
        <translation>{field}&#xa0;: modifier dans le code</translation>
    </message>
    <message>
        <source>“if” and “end if” belong together</source>
        <translation>«&#xa0;si&#xa0;» et «&#xa0;fin de si&#xa0;» vont ensemble</translation>
    </message>
    <message>
        <source>made by conditions</source>
        <translation>fait par conditions</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s), {advice}</source>
        <translation>
            <numerusform>%n caractère, {advice}</numerusform>
            <numerusform>%n caractères, {advice}</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the value away</source>
        <translation>Retirer la valeur</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
</context>
<context>
    <name>LinkEditor</name>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Template tag</source>
        <translation>Balise</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>Désabonnement</translation>
    </message>
    <message>
        <source>View online</source>
        <translation>Voir en ligne</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>{name}: kind</source>
        <translation>{name}&#xa0;: genre</translation>
    </message>
    <message>
        <source>{name}: ready-made tag</source>
        <translation>{name}&#xa0;: balise toute prête</translation>
    </message>
    <message>
        <source>Ready-made…</source>
        <translation>Toutes prêtes…</translation>
    </message>
    <message>
        <source>name@example.com</source>
        <translation>nom@exemple.fr</translation>
    </message>
    <message>
        <source>A link begins with https://, mailto: or tel:.</source>
        <translation>Un lien est une adresse https, mailto ou tel.</translation>
    </message>
</context>
<context>
    <name>LinkPopup</name>
    <message>
        <source>A link begins with https://, mailto: or tel:, or is a template tag.</source>
        <translation>Un lien est une adresse https, mailto ou tel, ou une balise du modèle.</translation>
    </message>
    <message>
        <source>Link to</source>
        <translation>Lien vers</translation>
    </message>
    <message>
        <source>Links of every mail</source>
        <translation>Liens de tous les e-mails</translation>
    </message>
    <message>
        <source>Insert a name</source>
        <translation>Insérer un nom</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>Supprimer le lien</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Checking the list</source>
        <translation>Vérification de la liste</translation>
    </message>
    <message>
        <source>Many companies at once</source>
        <translation>Plusieurs entreprises à la fois</translation>
    </message>
    <message>
        <source>One domain, address or saved page a line; or a table with the columns domain and name.</source>
        <translation>Un domaine, une adresse ou une page enregistrée par ligne&#x202f;; ou un tableau avec les colonnes domaine et nom.</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Entreprises</translation>
    </message>
    <message>
        <source>Open a list…</source>
        <translation>Ouvrir une liste…</translation>
    </message>
    <message>
        <source>Lines that cannot be used</source>
        <translation>Lignes inutilisables</translation>
    </message>
    <message>
        <source>Make of each company</source>
        <translation>Faire de chaque entreprise</translation>
    </message>
    <message>
        <source>A workspace of its own</source>
        <translation>Un espace de travail à part</translation>
    </message>
    <message>
        <source>A brand of this workspace</source>
        <translation>Une marque de cet espace de travail</translation>
    </message>
    <message>
        <source>In this folder</source>
        <translation>Dans ce dossier</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies)</source>
        <translation>
            <numerusform>%n entreprise</numerusform>
            <numerusform>%n entreprises</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}: {problem}</source>
        <translation>Ligne {line}&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listes</translation>
    </message>
</context>
<context>
    <name>LiveMailer</name>
    <message>
        <source>Building the mail</source>
        <translation>Construction du message</translation>
    </message>
    <message>
        <source>Checking the mail</source>
        <translation>Vérification du message</translation>
    </message>
</context>
<context>
    <name>LockedField</name>
    <message>
        <source>Edit as JSON ›</source>
        <translation>Modifier en JSON ›</translation>
    </message>
    <message>
        <source>{name}: edit as JSON</source>
        <translation>{name}&#xa0;: modifier en JSON</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Fetching the logo</source>
        <translation>Téléchargement du logo</translation>
    </message>
    <message>
        <source>{field}: choose, drop or paste a picture</source>
        <translation>{field}&#xa0;: choisir, déposer ou coller une image</translation>
    </message>
    <message>
        <source>{field}: paste a picture or an address</source>
        <translation>{field}&#xa0;: coller une image ou une adresse</translation>
    </message>
    <message>
        <source>{field}: take it from an address</source>
        <translation>{field}&#xa0;: prendre à une adresse</translation>
    </message>
    <message>
        <source>{field}: automatic</source>
        <translation>{field}&#xa0;: automatique</translation>
    </message>
    <message>
        <source>{field}: address</source>
        <translation>{field}&#xa0;: adresse</translation>
    </message>
    <message>
        <source>{field}: choose a file</source>
        <translation>{field}&#xa0;: choisir un fichier</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Drop a picture here, paste it, or choose a file</source>
        <translation>Déposez une image ici, collez-la ou choisissez un fichier</translation>
    </message>
    <message>
        <source>Click to choose a file; drop or paste a picture or its address</source>
        <translation>Cliquez pour choisir un fichier&#x202f;; déposez ou collez une image ou son adresse</translation>
    </message>
    <message>
        <source>https://… and Enter</source>
        <translation>https://… puis Entrée</translation>
    </message>
    <message>
        <source>Show pictures from the site</source>
        <translation>Afficher les images du site</translation>
    </message>
    <message>
        <source>loading…</source>
        <translation>chargement…</translation>
    </message>
    <message>
        <source>This drawing stands inside the page and was not kept. Read the site again.</source>
        <translation>Ce dessin fait partie de la page et n’a pas été conservé. Relisez le site.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Choisir un logo</translation>
    </message>
    <message>
        <source>The clipboard holds no picture and no address.</source>
        <translation>Le presse-papiers ne contient ni image ni adresse.</translation>
    </message>
    <message>
        <source>This is no address. Copy it from the browser, with https://.</source>
        <translation>Ce n’est pas une adresse. Copiez-la depuis le navigateur, avec https://.</translation>
    </message>
</context>
<context>
    <name>LongField</name>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>No visible difference</source>
        <translation>Aucune différence visible</translation>
    </message>
    <message>
        <source>Small difference</source>
        <translation>Petite différence</translation>
    </message>
    <message>
        <source>Clear difference</source>
        <translation>Différence nette</translation>
    </message>
    <message>
        <source>Large difference</source>
        <translation>Grande différence</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}&#x202f;%</translation>
    </message>
    <message>
        <source>under {percent}</source>
        <translation>moins de {percent}</translation>
    </message>
    <message>
        <source>Different widths</source>
        <translation>Largeurs différentes</translation>
    </message>
    <message>
        <source>Missing in this picture: {files}</source>
        <translation>Manque dans cette image&#xa0;: {files}</translation>
    </message>
</context>
<context>
    <name>LoopPopup</name>
    <message>
        <source>Repeat for each entry of a list</source>
        <translation>Répéter pour chaque élément d’une liste</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Name of one</source>
        <translation>Nom d’un élément</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>Show it once</source>
        <translation>Montrer une seule fois</translation>
    </message>
    <message>
        <source>Edit the data</source>
        <translation>Modifier les données</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Répéter</translation>
    </message>
    <message>
        <source>This is not complete yet.</source>
        <translation>Ce n’est pas encore complet.</translation>
    </message>
    <message>
        <source>The data set of this template has no list yet.</source>
        <translation>Le jeu de données de ce modèle n’a pas encore de liste.</translation>
    </message>
    <message>
        <source>Inside, {{{{ {name} }}}} writes an entry.</source>
        <translation>À l’intérieur, {{{{ {name} }}}} écrit un élément.</translation>
    </message>
    <message>
        <source>Inside, texts may use {names}</source>
        <translation>À l’intérieur, les textes peuvent utiliser {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) with the current data: {loop}.</source>
        <translation>
            <numerusform>%n fois avec les données actuelles&#xa0;: {loop}.</numerusform>
            <numerusform>%n fois avec les données actuelles&#xa0;: {loop}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The data set has no list “{name}”: with it the mail cannot be made.</source>
        <translation>Le jeu de données n’a pas de liste «&#xa0;{name}&#xa0;»&#xa0;: le message ne peut pas être fait avec lui.</translation>
    </message>
</context>
<context>
    <name>MailForm</name>
    <message>
        <source>No subject yet</source>
        <translation>Pas encore d’objet</translation>
    </message>
    <message>
        <source>No preheader yet</source>
        <translation>Pas encore de préheader</translation>
    </message>
    <message>
        <source>Click something in the mail or in the outline to edit it.</source>
        <translation>Cliquez sur un élément du mail ou du plan pour le modifier.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fond</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sens de lecture</translation>
    </message>
    <message>
        <source>Phones up to</source>
        <translation>Mobile jusqu’à</translation>
    </message>
    <message>
        <source>Subject and preheader</source>
        <translation>Objet et préheader</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Web fonts</source>
        <translation>Polices web</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Write them in the row above the mail</source>
        <translation>Les écrire dans la ligne au-dessus du mail</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open a workspace</source>
        <translation>Ouvrir un espace de travail</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) written to {path}</source>
        <translation>
            <numerusform>%n modèle écrit dans {path}</numerusform>
            <numerusform>%n modèles écrits dans {path}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n omis</numerusform>
            <numerusform>%n omis</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Templates</source>
        <translation>M&amp;odèles</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Insertion</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>&amp;Disposition</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Données</translation>
    </message>
    <message>
        <source>&amp;Brand</source>
        <translation>&amp;Marque</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
</context>
<context>
    <name>MergeTagPicker</name>
    <message>
        <source>Search a name</source>
        <translation>Chercher un nom</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>If it is missing, write</source>
        <translation>S’il manque, écrire</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Nothing is called that. Variables come from the data set: add it there first.</source>
        <translation>Rien ne porte ce nom. Les variables viennent du jeu de données&#xa0;: ajoutez-la d’abord là.</translation>
    </message>
</context>
<context>
    <name>MergeTags</name>
    <message>
        <source>In this loop</source>
        <translation>Dans cette boucle</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Mailwright</source>
        <translation>Mailwright</translation>
    </message>
    <message>
        <source>Something went wrong in Mailwright itself.</source>
        <translation>Une erreur s’est produite dans Mailwright.</translation>
    </message>
    <message>
        <source>Nothing was lost; you can go on. Please send the report to the makers.</source>
        <translation>Rien n’est perdu&#x202f;; vous pouvez continuer. Merci d’envoyer le rapport aux auteurs.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ModuleModel</name>
    <message numerus="yes">
        <source>Linked %n time(s)</source>
        <translation>
            <numerusform>Lié %n fois</numerusform>
            <numerusform>Lié %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Non lié</translation>
    </message>
</context>
<context>
    <name>ModuleShelf</name>
    <message>
        <source>Reading the modules</source>
        <translation>Lecture des modules</translation>
    </message>
    <message>
        <source>Saving the module</source>
        <translation>Enregistrement du module</translation>
    </message>
    <message>
        <source>Restoring the module</source>
        <translation>Restauration du module</translation>
    </message>
    <message>
        <source>Renaming the module</source>
        <translation>Changement de nom du module</translation>
    </message>
    <message>
        <source>Deleting the module</source>
        <translation>Suppression du module</translation>
    </message>
    <message>
        <source>Reading the module</source>
        <translation>Lecture du module</translation>
    </message>
    <message>
        <source>Link the module</source>
        <translation>Lier le module</translation>
    </message>
    <message>
        <source>Unlink the module</source>
        <translation>Délier le module</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Rename the module</source>
        <translation>Renommer le module</translation>
    </message>
</context>
<context>
    <name>ModulesPanel</name>
    <message>
        <source>Modules</source>
        <translation>Modules</translation>
    </message>
    <message>
        <source>Save the selected section</source>
        <translation>Enregistrer la section</translation>
    </message>
    <message>
        <source>Keep the section for every template of this workspace</source>
        <translation>Garder la section pour tous les modèles de cet espace de travail</translation>
    </message>
    <message>
        <source>Insert linked</source>
        <translation>Insérer lié</translation>
    </message>
    <message>
        <source>A change of the module then shows in every mail that links it</source>
        <translation>Un changement du module se voit alors dans chaque message qui lui est lié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Insert a copy that goes its own way</source>
        <translation>Insérer une copie indépendante</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>No modules yet</source>
        <translation>Pas encore de module</translation>
    </message>
    <message>
        <source>Select a section of the mail and save it here. Every template of this workspace can then use it.</source>
        <translation>Sélectionnez une section du message et enregistrez-la ici. Tous les modèles de cet espace de travail pourront l’utiliser.</translation>
    </message>
    <message>
        <source>The section is saved as “{name}”.</source>
        <translation>La section est enregistrée sous «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>Link it here too</source>
        <translation>La lier ici aussi</translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>«&#xa0;{name}&#xa0;» est supprimé.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>“{name}” is the selected section now, wherever it is linked.</source>
        <translation>«&#xa0;{name}&#xa0;» est désormais la section sélectionnée, partout où il est lié.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>The section is not what was saved any more, so it stays as it is.</source>
        <translation>La section n’est plus celle qui a été enregistrée, elle reste donc telle quelle.</translation>
    </message>
</context>
<context>
    <name>MoreNetworks</name>
    <message>
        <source>Add a network</source>
        <translation>Ajouter un réseau</translation>
    </message>
    <message>
        <source>Add a network…</source>
        <translation>Ajouter un réseau…</translation>
    </message>
</context>
<context>
    <name>MovePopup</name>
    <message>
        <source>Move tokens from {giver} to {taker}</source>
        <translation>Déplacer des jetons de {giver} vers {taker}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation>Note (facultative)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Move {n}</source>
        <translation>Déplacer {n}</translation>
    </message>
    <message>
        <source>{account} has no more than {n}.</source>
        <translation>{account} n’en a pas plus de {n}.</translation>
    </message>
</context>
<context>
    <name>MoveTemplatesDialog</name>
    <message>
        <source>Move templates</source>
        <translation>Changer des modèles de marque</translation>
    </message>
    <message>
        <source>Move templates to {brand}</source>
        <translation>Passer des modèles à {brand}</translation>
    </message>
    <message>
        <source>Templates of other brands; choose those that are this company’s.</source>
        <translation>Modèles des autres marques&#x202f;; choisissez ceux de cette entreprise.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>Rechercher des modèles</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Their brand, header, footer and the brand’s pictures become those of {brand}. Words, colours and addresses that were written by hand stay. It can be undone.</source>
        <translation>Leur marque, leur en-tête, leur pied de page et les images de la marque deviennent ceux de {brand}. Les textes, couleurs et adresses écrits à la main restent. Cela peut être annulé.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s) chosen</source>
        <translation>
            <numerusform>%n modèle choisi</numerusform>
            <numerusform>%n modèles choisis</numerusform>
        </translation>
    </message>
    <message>
        <source>No template matches the search.</source>
        <translation>Aucun modèle ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>Every template is {brand}’s already.</source>
        <translation>Tous les modèles sont déjà ceux de {brand}.</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name this version</source>
        <extracomment>What it is for: title, what the name says, button.</extracomment>
        <translation>Nommer cette version</translation>
    </message>
    <message>
        <source>Under this name the template, as it is now, is found again in the history.</source>
        <translation>Sous ce nom, le modèle tel qu’il est maintenant se retrouvera dans l’historique.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>New A/B version</source>
        <translation>Nouvelle version A/B</translation>
    </message>
    <message>
        <source>It begins as a copy of what is open, and is then the one that you edit.</source>
        <translation>Elle commence comme une copie de ce qui est ouvert, puis c’est elle que vous modifiez.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Rename the data set</source>
        <translation>Renommer le jeu de données</translation>
    </message>
    <message>
        <source>Its file in the template&apos;s folder gets this name.</source>
        <translation>Son fichier, dans le dossier du modèle, prend ce nom.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Rename {account}</source>
        <translation>Renommer {account}</translation>
    </message>
    <message>
        <source>Name this run</source>
        <translation>Nommer cette série</translation>
    </message>
    <message>
        <source>Under this name it stands in the list, such as “Final, for approval”.</source>
        <translation>Elle figure sous ce nom dans la liste, par exemple «&#xa0;Finale, pour validation&#xa0;».</translation>
    </message>
</context>
<context>
    <name>NewBrandDialog</name>
    <message>
        <source>New brand from a site</source>
        <translation>Nouvelle marque à partir d’un site</translation>
    </message>
    <message>
        <source>Create the brand</source>
        <translation>Créer la marque</translation>
    </message>
</context>
<context>
    <name>NewDialog</name>
    <message>
        <source>Reading the site</source>
        <translation>Lecture du site</translation>
    </message>
    <message>
        <source>Making the templates</source>
        <translation>Création des modèles</translation>
    </message>
    <message>
        <source>New from a domain</source>
        <translation>Nouveau à partir d’un domaine</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Create the templates</source>
        <translation>Créer les modèles</translation>
    </message>
    <message>
        <source>Find the brand</source>
        <translation>Trouver la marque</translation>
    </message>
</context>
<context>
    <name>NewSetDialog</name>
    <message>
        <source>New data set</source>
        <translation>Nouveau jeu de données</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Commence par</translation>
    </message>
    <message>
        <source>A customer without orders</source>
        <translation>Un client sans commande</translation>
    </message>
    <message>
        <source>A copy of “{name}”</source>
        <translation>Une copie de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Samples, in English</source>
        <translation>Des exemples, en anglais</translation>
    </message>
    <message>
        <source>Samples, in French</source>
        <translation>Des exemples, en français</translation>
    </message>
    <message>
        <source>A JSON file…</source>
        <translation>Un fichier JSON…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>NewTemplateDialog</name>
    <message>
        <source>New template</source>
        <translation>Nouveau modèle</translation>
    </message>
    <message>
        <source>Search the starters</source>
        <translation>Rechercher un modèle de départ</translation>
    </message>
    <message>
        <source>What to begin with</source>
        <translation>Par quoi commencer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Depuis un fichier…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Vierge</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>An empty section between the brand’s header and footer.</source>
        <translation>Une section vide entre l’en-tête et le pied de page de la marque.</translation>
    </message>
    <message numerus="yes">
        <source>Create %n template(s)</source>
        <translation>
            <numerusform>Créer %n modèle</numerusform>
            <numerusform>Créer %n modèles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>{services} cannot say this condition. Make it a segment, and choose that segment here.</source>
        <translation>{services} ne sait pas exprimer cette condition. Faites-en un segment et choisissez-le ici.</translation>
    </message>
    <message>
        <source>{services} cannot say this loop: let the data hold the entries that it shall show.</source>
        <translation>{services} ne sait pas exprimer cette boucle&#xa0;: placez dans les données les seuls éléments à montrer.</translation>
    </message>
    <message>
        <source>Everybody sees it.</source>
        <translation>Tout le monde le voit.</translation>
    </message>
    <message>
        <source>Shown to everybody else.</source>
        <translation>Montré à tous les autres.</translation>
    </message>
    <message>
        <source>Shown to: {condition}.</source>
        <translation>Montré à&#xa0;: {condition}.</translation>
    </message>
    <message>
        <source>Of those who see none of the above, shown to: {condition}.</source>
        <translation>Parmi ceux qui ne voient rien de ce qui précède, montré à&#xa0;: {condition}.</translation>
    </message>
    <message>
        <source>{name} is not empty</source>
        <translation>{name} n’est pas vide</translation>
    </message>
    <message>
        <source>Where none of the above is shown: shown if {condition}.</source>
        <translation>Si rien de ce qui précède n’est affiché&#xa0;: affiché si {condition}.</translation>
    </message>
    <message>
        <source>Shown if {condition}.</source>
        <translation>Affiché si {condition}.</translation>
    </message>
    <message>
        <source>Nobody is in “{names}”: there is no such segment any more.</source>
        <translation>Personne n’est dans «&#xa0;{names}&#xa0;»&#xa0;: ce segment n’existe plus.</translation>
    </message>
    <message>
        <source>Choose another one, or make a new one with this id.</source>
        <translation>Choisissez-en un autre, ou créez-en un avec cet identifiant.</translation>
    </message>
    <message>
        <source>The columns of this row get fixed widths: its place stays empty where it is not shown.</source>
        <translation>Les colonnes de cette rangée reçoivent des largeurs fixes&#xa0;: sa place reste vide là où elle n’est pas montrée.</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>{name}: unit</source>
        <translation>{name}&#xa0;: unité</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Moins</translation>
    </message>
</context>
<context>
    <name>OpenBrands</name>
    <message>
        <source>Updating the brand</source>
        <translation>Mise à jour de la marque</translation>
    </message>
    <message>
        <source>Undoing the update</source>
        <translation>Annulation de la mise à jour</translation>
    </message>
    <message>
        <source>Reading the brand</source>
        <translation>Lecture de la marque</translation>
    </message>
</context>
<context>
    <name>OpenDocument</name>
    <message>
        <source>Reload from disk</source>
        <translation>Recharger depuis le disque</translation>
    </message>
    <message>
        <source>{user} on {host} has this template open: here it can only be read.</source>
        <translation>{user} sur {host} a ouvert ce modèle&#xa0;: ici, il ne peut qu’être lu.</translation>
    </message>
</context>
<context>
    <name>OpenField</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenProofs</name>
    <message>
        <source>Reading the saved previews</source>
        <translation>Lecture des aperçus conservés</translation>
    </message>
    <message>
        <source>Reading the pictures</source>
        <translation>Lecture des images</translation>
    </message>
</context>
<context>
    <name>OpenSegments</name>
    <message>
        <source>Counting the segments</source>
        <translation>Comptage des segments</translation>
    </message>
    <message>
        <source>Reading the segments</source>
        <translation>Lecture des segments</translation>
    </message>
    <message>
        <source>Writing the segments</source>
        <translation>Écriture des segments</translation>
    </message>
    <message>
        <source>Writing the properties</source>
        <translation>Écriture des propriétés</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>Doing it again</source>
        <translation>Rétablissement</translation>
    </message>
</context>
<context>
    <name>OpenTokens</name>
    <message>
        <source>Reading the tokens</source>
        <translation>Lecture des jetons</translation>
    </message>
    <message>
        <source>Closing the ledger</source>
        <translation>Fermeture du registre des jetons</translation>
    </message>
</context>
<context>
    <name>OpenWorkspace</name>
    <message>
        <source>Reading the workspace</source>
        <translation>Lecture de l’espace de travail</translation>
    </message>
    <message>
        <source>Making the pictures</source>
        <translation>Création des images</translation>
    </message>
    <message>
        <source>Building the mail</source>
        <translation>Compilation de l’e-mail</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exportation</translation>
    </message>
    <message>
        <source>Making the contact sheet</source>
        <translation>Création de la planche-contact</translation>
    </message>
</context>
<context>
    <name>OpensDialog</name>
    <message>
        <source>Reading the opens</source>
        <translation>Lecture des ouvertures</translation>
    </message>
    <message>
        <source>In which clients your mails are opened</source>
        <translation>Dans quelles messageries vos e-mails sont ouverts</translation>
    </message>
    <message>
        <source>Which clients does your audience use?</source>
        <translation>Quelles messageries votre audience utilise-t-elle&#x202f;?</translation>
    </message>
    <message>
        <source>Your sending service exports it as CSV: a line for each client, with its name and how many opens it had. The file stays on this computer; names and shares are kept in the workspace.</source>
        <translation>Votre service d’envoi l’exporte en CSV&#xa0;: une ligne par messagerie, avec son nom et son nombre d’ouvertures. Le fichier reste sur cet ordinateur&#x202f;; les noms et les parts sont gardés dans l’espace de travail.</translation>
    </message>
    <message>
        <source>Give it to a client…</source>
        <translation>L’attribuer à une messagerie…</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>La laisser de côté</translation>
    </message>
    <message>
        <source>It is no part of the audience: robots, colleagues, what nobody knows.</source>
        <translation>Elle ne fait pas partie de l’audience&#xa0;: robots, collègues, ce que personne ne connaît.</translation>
    </message>
    <message>
        <source>As it was read</source>
        <translation>Comme elle a été lue</translation>
    </message>
    <message>
        <source>How much of the audience to cover</source>
        <translation>Part de l’audience à couvrir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Use these clients</source>
        <translation>Utiliser ces messageries</translation>
    </message>
    <message>
        <source>Choose an export of opens</source>
        <translation>Choisir un export d’ouvertures</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>Saving the audience</source>
        <translation>Enregistrement de l’audience</translation>
    </message>
    <message>
        <source>Another CSV…</source>
        <translation>Un autre CSV…</translation>
    </message>
    <message>
        <source>Choose a CSV…</source>
        <translation>Choisir un CSV…</translation>
    </message>
    <message>
        <source>Cover {percent}</source>
        <translation>Couvrir {percent}</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) cover(s) {share} of your audience.</source>
        <translation>
            <numerusform>%n messagerie couvre {share} de votre audience.</numerusform>
            <numerusform>%n messageries couvrent {share} de votre audience.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n client(s) that are known cover(s) {share} of your audience.</source>
        <translation>
            <numerusform>%n messagerie connue couvre {share} de votre audience.</numerusform>
            <numerusform>Les %n messageries connues couvrent ensemble {share} de votre audience.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} of clients that are not known</source>
        <translation>{share} de messageries inconnues</translation>
    </message>
</context>
<context>
    <name>OpensLines</name>
    <message>
        <source>Lines of the export</source>
        <translation>Lignes de l’export</translation>
    </message>
    <message>
        <source>In the export</source>
        <translation>Dans l’export</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>Ouvertures</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Correspond à</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Laissée de côté</translation>
    </message>
    <message>
        <source>No client that is known</source>
        <translation>Aucune messagerie connue</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>Justifié</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Milieu</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Bas</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>Vers la droite</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>Vers la gauche</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Répétée</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Une fois</translation>
    </message>
    <message>
        <source>In a row</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>One below the other</source>
        <translation>L’un sous l’autre</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fixe</translation>
    </message>
    <message>
        <source>Initial</source>
        <translation>Initiale</translation>
    </message>
    <message>
        <source>As around it</source>
        <translation>Comme autour</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Visibles</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Masquées</translation>
    </message>
    <message>
        <source>Where they work</source>
        <translation>Si possible</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Layout only</source>
        <translation>Mise en page seule</translation>
    </message>
    <message>
        <source>At the very beginning</source>
        <translation>Tout au début</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Light (300)</source>
        <translation>Léger (300)</translation>
    </message>
    <message>
        <source>Regular (400)</source>
        <translation>Normal (400)</translation>
    </message>
    <message>
        <source>Medium (500)</source>
        <translation>Moyen (500)</translation>
    </message>
    <message>
        <source>Semi-bold (600)</source>
        <translation>Demi-gras (600)</translation>
    </message>
    <message>
        <source>Bold (700)</source>
        <translation>Gras (700)</translation>
    </message>
    <message>
        <source>Extra bold (800)</source>
        <translation>Extra-gras (800)</translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation>Souligné</translation>
    </message>
    <message>
        <source>Struck through</source>
        <translation>Barré</translation>
    </message>
    <message>
        <source>ALL CAPITALS</source>
        <translation>CAPITALES</translation>
    </message>
    <message>
        <source>small letters</source>
        <translation>minuscules</translation>
    </message>
    <message>
        <source>First Letters</source>
        <translation>Premières Lettres</translation>
    </message>
    <message>
        <source>Fills it, cut</source>
        <translation>Remplit, rognée</translation>
    </message>
    <message>
        <source>Fits in</source>
        <translation>Entière</translation>
    </message>
    <message>
        <source>Solid</source>
        <translation>Plein</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Tirets</translation>
    </message>
    <message>
        <source>Dotted</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>Double</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>Nouvel onglet</translation>
    </message>
    <message>
        <source>Same tab</source>
        <translation>Même onglet</translation>
    </message>
    <message>
        <source>Fixed height</source>
        <translation>Hauteur fixe</translation>
    </message>
    <message>
        <source>As high as its content</source>
        <translation>Selon le contenu</translation>
    </message>
    <message>
        <source>MJML</source>
        <translation>MJML</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>CSS</source>
        <translation>CSS</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>En ligne</translation>
    </message>
</context>
<context>
    <name>Origins</name>
    <message>
        <source>mail</source>
        <translation>mail</translation>
    </message>
    <message>
        <source>MJML&apos;s default</source>
        <translation>valeur par défaut de MJML</translation>
    </message>
    <message>
        <source>default of every component ({name})</source>
        <translation>valeur par défaut de tous les composants ({name})</translation>
    </message>
    <message>
        <source>default of this component ({name})</source>
        <translation>valeur par défaut de ce composant ({name})</translation>
    </message>
    <message>
        <source>passed on by what it stands in: {name}</source>
        <translation>transmis par ce qui le contient&#xa0;: {name}</translation>
    </message>
    <message>
        <source>class “{name}”</source>
        <translation>classe «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>class “{name}” around it</source>
        <translation>classe «&#xa0;{name}&#xa0;» autour</translation>
    </message>
    <message>
        <source>brand</source>
        <translation>marque</translation>
    </message>
</context>
<context>
    <name>OtherRow</name>
    <message>
        <source>Written as text</source>
        <translation>Écrit en texte</translation>
    </message>
    <message>
        <source>Written as text; change it in the text form below.</source>
        <translation>Écrit en texte&#x202f;; à changer dans le texte ci-dessous.</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>Retirer la condition</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>not shown with the current data</source>
        <translation>non affiché avec les données actuelles</translation>
    </message>
    <message>
        <source>{name} “{title}”</source>
        <translation>{name} «&#xa0;{title}&#xa0;»</translation>
    </message>
    <message>
        <source>repeated: {test}</source>
        <translation>répété&#xa0;: {test}</translation>
    </message>
    <message>
        <source>shown if: {test}</source>
        <translation>montré si&#xa0;: {test}</translation>
    </message>
    <message>
        <source>shown otherwise</source>
        <translation>affiché sinon</translation>
    </message>
</context>
<context>
    <name>OutlineDelegate</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the part</source>
        <translation>Nom de l’élément</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter the outline</source>
        <translation>Filtrer le plan</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>No part of the mail has these words.</source>
        <translation>Aucune partie du message ne contient ces mots.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Where tokens went</source>
        <translation>Où sont allés les jetons</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>E-mail clients</source>
        <translation>Messageries</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Nothing was spent in this time.</source>
        <translation>Rien n’a été dépensé pendant cette période.</translation>
    </message>
    <message>
        <source>Share tokens between clients or teams</source>
        <translation>Partager les jetons entre clients ou équipes</translation>
    </message>
    <message>
        <source>A sub-account has tokens of its own, a monthly budget if you like, and pays for the brands and templates that you choose. Nobody can spend more than it has, and each sees where they went.</source>
        <translation>Un sous-compte a ses propres jetons, un budget mensuel si vous le souhaitez, et paie pour les marques et les modèles que vous choisissez. Personne ne peut dépenser plus qu’il n’a, et chacun voit où sont allés ses jetons.</translation>
    </message>
    <message>
        <source>Make a sub-account…</source>
        <translation>Créer un sous-compte…</translation>
    </message>
    <message>
        <source>left in {account}</source>
        <translation>restants dans {account}</translation>
    </message>
    <message>
        <source>{used} used this month.</source>
        <translation>{used} utilisés ce mois-ci.</translation>
    </message>
    <message>
        <source>{used} used this month, apart from what sub-accounts used of their own.</source>
        <translation>{used} utilisés ce mois-ci, sans compter ce que les sous-comptes ont pris sur leurs propres jetons.</translation>
    </message>
    <message>
        <source>{used} of {limit} used this month.</source>
        <translation>{used} sur {limit} utilisés ce mois-ci.</translation>
    </message>
    <message>
        <source>{n} can be used until {day}.</source>
        <translation>{n} utilisables jusqu’au {day}.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
</context>
<context>
    <name>PairDelegate</name>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
</context>
<context>
    <name>PaletteStrip</name>
    <message>
        <source>The colours that follow from it: light mails above, dark mails below</source>
        <translation>Les couleurs qui en découlent&#xa0;: e-mails clairs en haut, sombres en bas</translation>
    </message>
    <message>
        <source>Derived colours</source>
        <translation>Couleurs dérivées</translation>
    </message>
</context>
<context>
    <name>PartDelegate</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>PartMenu</name>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Put into a group</source>
        <translation>Mettre dans un groupe</translation>
    </message>
    <message>
        <source>Dissolve the group</source>
        <translation>Dissoudre le groupe</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>PartStudio</name>
    <message>
        <source>Making the pictures</source>
        <translation>Préparation des images</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Choose a contact file…</source>
        <translation>Choisir un fichier de contacts…</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Un autre fichier…</translation>
    </message>
    <message>
        <source>Use sample contacts</source>
        <translation>Prendre des contacts d’exemple</translation>
    </message>
    <message>
        <source>In it, for example</source>
        <translation>En font partie, par exemple</translation>
    </message>
    <message>
        <source>Not in it</source>
        <translation>N’en font pas partie</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Nobody: everybody is in it</source>
        <translation>Personne&#xa0;: tout le monde en fait partie</translation>
    </message>
    <message>
        <source>Who is in it?</source>
        <translation>Qui en fait partie&#x202f;?</translation>
    </message>
    <message>
        <source>A CSV or JSON file of contacts shows how many people that is, and whom for example.</source>
        <translation>Un fichier de contacts CSV ou JSON montre combien de personnes cela fait, et lesquelles par exemple.</translation>
    </message>
    <message>
        <source>{name}, as of today</source>
        <translation>{name}, à ce jour</translation>
    </message>
    <message>
        <source>Nobody can be asked while the rule has a problem.</source>
        <translation>Personne ne peut être compté tant que la règle a un problème.</translation>
    </message>
    <message>
        <source>{count} of {of} contacts</source>
        <translation>{count} contacts sur {of}</translation>
    </message>
</context>
<context>
    <name>PeriodChoice</name>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
</context>
<context>
    <name>PictureChoice</name>
    <message>
        <source>Looking for pictures</source>
        <translation>Recherche d’images</translation>
    </message>
    <message>
        <source>Search pictures</source>
        <translation>Rechercher des images</translation>
    </message>
    <message>
        <source>Pictures of the workspace</source>
        <translation>Images de l’espace de travail</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
</context>
<context>
    <name>PictureDrop</name>
    <message>
        <source>Copying pictures</source>
        <translation>Copie des images</translation>
    </message>
</context>
<context>
    <name>PictureEditor</name>
    <message>
        <source>{name}: address</source>
        <translation>{name}&#xa0;: adresse</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>{name}: choose a file</source>
        <translation>{name}&#xa0;: choisir un fichier</translation>
    </message>
    <message>
        <source>Or drop a picture here. It is copied into the template&apos;s folder.</source>
        <translation>Ou déposez une image ici. Elle est copiée dans le dossier du modèle.</translation>
    </message>
    <message>
        <source>Make it smaller</source>
        <translation>La réduire</translation>
    </message>
    <message>
        <source>A copy, {width} pixels wide</source>
        <translation>Une copie large de {width} pixels</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Choisir une image</translation>
    </message>
    <message>
        <source>Copying the picture</source>
        <translation>Copie de l’image</translation>
    </message>
    <message>
        <source>Reading a picture</source>
        <translation>Lecture d’une image</translation>
    </message>
    <message>
        <source>No picture. Drop a file here, or:</source>
        <translation>Pas d’image. Déposez un fichier ici, ou&#xa0;:</translation>
    </message>
    <message>
        <source>The data of each mail say which picture.</source>
        <translation>Les données de chaque mail disent quelle image.</translation>
    </message>
    <message>
        <source>On the web: it is loaded when the mail is read.</source>
        <translation>Sur le web&#xa0;: elle est chargée à la lecture du mail.</translation>
    </message>
    <message>
        <source>Most mail programs do not show SVG. Choose the file again: the copy is a PNG.</source>
        <translation>La plupart des messageries n’affichent pas le SVG. Choisissez le fichier à nouveau&#xa0;: la copie sera un PNG.</translation>
    </message>
    <message>
        <source>Heavy: it loads slowly on phones.</source>
        <translation>Lourde&#xa0;: elle se charge lentement sur mobile.</translation>
    </message>
</context>
<context>
    <name>PictureField</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Choisir une image…</translation>
    </message>
    <message>
        <source>{name}: choose a picture</source>
        <translation>{name}&#xa0;: choisir une image</translation>
    </message>
    <message>
        <source>Copying the picture</source>
        <translation>Copie de l’image</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Choisir une image</translation>
    </message>
    <message>
        <source>Reading a picture</source>
        <translation>Lecture d’une image</translation>
    </message>
    <message>
        <source>There is no such picture in the workspace.</source>
        <translation>Cette image n’existe pas dans l’espace de travail.</translation>
    </message>
</context>
<context>
    <name>PictureHalf</name>
    <message>
        <source>Taking the picture…</source>
        <translation>Prise de l’image…</translation>
    </message>
</context>
<context>
    <name>PictureHead</name>
    <message>
        <source>Back to all pictures (Esc)</source>
        <translation>Retour à toutes les images (Échap)</translation>
    </message>
    <message>
        <source>Previous picture (←)</source>
        <translation>Image précédente (←)</translation>
    </message>
    <message>
        <source>Next picture (→)</source>
        <translation>Image suivante (→)</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
</context>
<context>
    <name>PictureModel</name>
    <message>
        <source>Changed since the run before</source>
        <translation>Modifiée depuis la série précédente</translation>
    </message>
    <message>
        <source>The picture&apos;s file is not there any more. Render it again.</source>
        <translation>Le fichier de cette image n’existe plus. Générez-la de nouveau.</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Non prise</translation>
    </message>
</context>
<context>
    <name>PicturePage</name>
    <message>
        <source>Reading the picture</source>
        <translation>Lecture de l’image</translation>
    </message>
    <message>
        <source>In its device</source>
        <translation>Dans son appareil</translation>
    </message>
    <message>
        <source>Show the picture in its device, or alone (F)</source>
        <translation>Montrer l’image dans son appareil, ou seule (F)</translation>
    </message>
    <message>
        <source>Picture: {name}</source>
        <translation>Image&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Pas prise</translation>
    </message>
    <message>
        <source>Taking the picture…</source>
        <translation>Prise de l’image…</translation>
    </message>
    <message>
        <source>No picture, and nothing charged</source>
        <translation>Pas d’image, et rien n’est débité</translation>
    </message>
</context>
<context>
    <name>PicturePair</name>
    <message>
        <source>Picture of what was before</source>
        <translation>Image d’avant</translation>
    </message>
    <message>
        <source>Picture of what is after</source>
        <translation>Image d’après</translation>
    </message>
</context>
<context>
    <name>PictureTaker</name>
    <message>
        <source>Taking pictures to compare</source>
        <translation>Prise des images à comparer</translation>
    </message>
</context>
<context>
    <name>PictureVerbs</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare with the run before</source>
        <translation>Comparer avec la série précédente</translation>
    </message>
    <message>
        <source>Show in the editor, with its changes</source>
        <translation>Afficher dans l’éditeur, avec les changements</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Save picture as…</source>
        <translation>Enregistrer l’image sous…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Reading the run before</source>
        <translation>Lecture de la série précédente</translation>
    </message>
    <message>
        <source>Writing the page</source>
        <translation>Écriture de la page</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Saving the picture</source>
        <translation>Enregistrement de l’image</translation>
    </message>
    <message>
        <source>Reading the picture</source>
        <translation>Lecture de l’image</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Enregistrée sous {path}.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>L’image est dans le presse-papiers.</translation>
    </message>
</context>
<context>
    <name>PicturesPane</name>
    <message>
        <source>Saved pictures</source>
        <translation>Images conservées</translation>
    </message>
    <message>
        <source>Render previews…</source>
        <translation>Générer des aperçus…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>No saved pictures yet</source>
        <translation>Pas encore d’images conservées</translation>
    </message>
    <message>
        <source>What is rendered with “Render previews…” is kept here: every run with its pictures, to be compared, approved, and checked again when a mail changes.</source>
        <translation>Ce qui est généré avec «&#xa0;Générer des aperçus…&#xa0;» est conservé ici&#xa0;: chaque série avec ses images, à comparer, à valider et à revérifier quand un e-mail change.</translation>
    </message>
    <message>
        <source>Nothing passes the filters</source>
        <translation>Rien ne correspond aux filtres</translation>
    </message>
    <message>
        <source>Reading the pictures…</source>
        <translation>Lecture des images…</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Fetch them</source>
        <translation>Aller les chercher</translation>
    </message>
</context>
<context>
    <name>PresetBox</name>
    <message>
        <source>Preset</source>
        <translation>Sélection</translation>
    </message>
    <message>
        <source>Save these clients as…</source>
        <translation>Enregistrer ces messageries sous…</translation>
    </message>
    <message>
        <source>{name} ({n})</source>
        <translation>{name} ({n})</translation>
    </message>
    <message>
        <source>A choice of your own</source>
        <translation>Votre propre choix</translation>
    </message>
    <message>
        <source>Choose a preset…</source>
        <translation>Choisir une sélection…</translation>
    </message>
    <message>
        <source>Rename “{name}”…</source>
        <translation>Renommer «&#xa0;{name}&#xa0;»…</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>Supprimer «&#xa0;{name}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>PresetNameDialog</name>
    <message>
        <source>Rename the preset</source>
        <translation>Renommer la sélection</translation>
    </message>
    <message>
        <source>Save these clients</source>
        <translation>Enregistrer ces messageries</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Nom de la sélection</translation>
    </message>
    <message>
        <source>Such as: our newsletter</source>
        <translation>Par exemple&#xa0;: notre lettre</translation>
    </message>
    <message>
        <source>There is a preset of this name: its clients are replaced.</source>
        <translation>Une sélection porte déjà ce nom&#xa0;: ses messageries seront remplacées.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>PresetVerbs</name>
    <message>
        <source>Saving the presets</source>
        <translation>Enregistrement des sélections</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Select a template to see it here.</source>
        <translation>Sélectionnez un modèle pour le voir ici.</translation>
    </message>
    <message>
        <source>The mail</source>
        <translation>L’e-mail</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Jeu de données</translation>
    </message>
    <message>
        <source>The data that fills the template</source>
        <translation>Les données qui remplissent le modèle</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Usuel</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>Minimal</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Long</translation>
    </message>
    <message>
        <source>Building the mail…</source>
        <translation>Compilation de l’e-mail…</translation>
    </message>
</context>
<context>
    <name>ProblemDelegate</name>
    <message>
        <source>Fix</source>
        <translation>Corriger</translation>
    </message>
</context>
<context>
    <name>ProblemLine</name>
    <message>
        <source>Fix</source>
        <translation>Corriger</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Conseil</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>ligne {line}</translation>
    </message>
    <message>
        <source>{section}, line {line}</source>
        <translation>{section}, ligne {line}</translation>
    </message>
    <message>
        <source>Can be fixed</source>
        <translation>Peut être corrigé</translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>Fix all</source>
        <translation>Tout corriger</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n conseil</numerusform>
            <numerusform>%n conseils</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything here is filtered out</source>
        <translation>Tout est masqué par le filtre</translation>
    </message>
    <message>
        <source>Switch a kind of problem on again above.</source>
        <translation>Réactivez une sorte de problème ci-dessus.</translation>
    </message>
    <message>
        <source>Checking the template…</source>
        <translation>Vérification du modèle…</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Aucun problème</translation>
    </message>
    <message>
        <source>Checked at {time}: components and attributes, template tags, text that would be lost, and a build with the chosen data.</source>
        <translation>Vérifié à {time}&#xa0;: composants et attributs, balises de modèle, texte qui serait perdu, et une compilation avec les données choisies.</translation>
    </message>
</context>
<context>
    <name>ProofDelegate</name>
    <message>
        <source>Not taken</source>
        <translation>Pas prise</translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation>Rien n’est débité</translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>{pictures}: {cost}</source>
        <translation>{pictures}&#xa0;: {cost}</translation>
    </message>
    <message>
        <source>costs nothing</source>
        <translation>gratuit</translation>
    </message>
    <message>
        <source>{account} {share}</source>
        <translation>{account} {share}</translation>
    </message>
    <message>
        <source>{pictures} {tokens} and {left}</source>
        <translation>{pictures} {tokens} et {left}</translation>
    </message>
    <message>
        <source>{account} would pay {tokens} and {left}</source>
        <translation>{account} paierait {tokens} et {left}</translation>
    </message>
    <message>
        <source>{refused} this month: choose fewer clients, wait for the next month, or ask for a higher limit.</source>
        <translation>{refused} ce mois-ci&#xa0;: choisissez moins de messageries, attendez le mois prochain ou demandez une limite plus haute.</translation>
    </message>
    <message>
        <source>{refused}: choose fewer clients, or get more tokens for {account}.</source>
        <translation>{refused}&#xa0;: choisissez moins de messageries, ou procurez plus de jetons à {account}.</translation>
    </message>
    <message>
        <source>{clients}, {pictures}.</source>
        <translation>{clients}, {pictures}.</translation>
    </message>
    <message>
        <source>{clients}, {pictures}: {share} of your audience.</source>
        <translation>{clients}, {pictures}&#xa0;: {share} de votre audience.</translation>
    </message>
    <message>
        <source>{clients}, {pictures}; {some} {share} of your audience.</source>
        <translation>{clients}, {pictures}&#x202f;; {some} {share} de votre audience.</translation>
    </message>
    <message>
        <source>{left_out}.</source>
        <translation>{left_out}.</translation>
    </message>
    <message>
        <source>Covers {share} of your audience; {left_out}.</source>
        <translation>Couvre {share} de votre audience&#x202f;; {left_out}.</translation>
    </message>
    <message>
        <source>Left out: {names}</source>
        <translation>Laissées de côté&#xa0;: {names}</translation>
    </message>
    <message>
        <source>{n}%</source>
        <translation>{n}&#x202f;%</translation>
    </message>
    <message>
        <source>{account} will have used {used} this month; its soft limit is {limit}.</source>
        <translation>{account} aura utilisé {used} ce mois-ci&#x202f;; sa limite souple est de {limit}.</translation>
    </message>
    <message>
        <source>{account} pays.</source>
        <translation>{account} paie.</translation>
    </message>
    <message>
        <source>{tokens} of it from the pool of {account}.</source>
        <translation>Dont {tokens} de la réserve de {account}.</translation>
    </message>
    <message>
        <source>all from cache</source>
        <translation>toutes du cache</translation>
    </message>
    <message>
        <source>nothing charged</source>
        <translation>rien n’est débité</translation>
    </message>
    <message>
        <source>Stopped. {said}; what is there is kept.</source>
        <translation>Arrêté. {said}&#x202f;; ce qui est fait est conservé.</translation>
    </message>
</context>
<context>
    <name>ProofsGallery</name>
    <message>
        <source>No groups</source>
        <translation>Sans groupes</translation>
    </message>
    <message>
        <source>By template</source>
        <translation>Par modèle</translation>
    </message>
    <message>
        <source>By device</source>
        <translation>Par appareil</translation>
    </message>
    <message>
        <source>By system</source>
        <translation>Par système</translation>
    </message>
    <message>
        <source>By brand</source>
        <translation>Par marque</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>Par segment</translation>
    </message>
    <message>
        <source>By data set</source>
        <translation>Par jeu de données</translation>
    </message>
    <message>
        <source>By mode</source>
        <translation>Par mode</translation>
    </message>
    <message>
        <source>Mail changed</source>
        <translation>E-mail modifié</translation>
    </message>
    <message>
        <source>Profile changed</source>
        <translation>Profil modifié</translation>
    </message>
    <message>
        <source>Engine changed</source>
        <translation>Moteur modifié</translation>
    </message>
    <message>
        <source>Does not build now</source>
        <translation>Ne se construit plus</translation>
    </message>
    <message>
        <source>Stale: the mail was changed since this picture was taken.</source>
        <translation>Périmée&#xa0;: l’e-mail a été modifié depuis cette image.</translation>
    </message>
    <message>
        <source>Stale: what is known of this client was changed since this picture was taken.</source>
        <translation>Périmée&#xa0;: ce que l’on sait de cette messagerie a changé depuis cette image.</translation>
    </message>
    <message>
        <source>Stale: another browser engine, or another version, would take this picture now.</source>
        <translation>Périmée&#xa0;: un autre moteur, ou une autre version, prendrait cette image maintenant.</translation>
    </message>
    <message>
        <source>As it stands now this mail does not build; the picture is of an older text.</source>
        <translation>En l’état, cet e-mail ne se construit pas&#x202f;; l’image est celle d’un texte plus ancien.</translation>
    </message>
    <message>
        <source>Proofed as it stands</source>
        <translation>Contrôlé en l’état</translation>
    </message>
    <message>
        <source>Changed since it was proofed</source>
        <translation>Modifié depuis le contrôle</translation>
    </message>
    <message>
        <source>Not proofed: pictures failed, or the mail does not build</source>
        <translation>Non contrôlé&#xa0;: des images ont échoué, ou l’e-mail ne se construit pas</translation>
    </message>
    <message>
        <source>Never proofed</source>
        <translation>Jamais contrôlé</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvé</translation>
    </message>
    <message>
        <source>Changes wanted</source>
        <translation>À modifier</translation>
    </message>
    <message>
        <source>Commented</source>
        <translation>Commenté</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>{pictures} stale: {reasons}</source>
        <translation>{pictures} à revoir&#xa0;: {reasons}</translation>
    </message>
    <message>
        <source>{n}% differs</source>
        <translation>{n}&#x202f;% de différence</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Vérification en cours</translation>
    </message>
    <message>
        <source>version “{name}”</source>
        <translation>version «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>version of {date}</source>
        <translation>version du {date}</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrompue</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>All templates</source>
        <translation>Tous les modèles</translation>
    </message>
    <message>
        <source>No longer in the workspace</source>
        <translation>N’est plus dans l’espace de travail</translation>
    </message>
    <message>
        <source>Taken {date} by {author}</source>
        <translation>Prise le {date} par {author}</translation>
    </message>
    <message>
        <source>The latest run of each: {templates}, {pictures}</source>
        <translation>La dernière série de chacun&#xa0;: {templates}, {pictures}</translation>
    </message>
</context>
<context>
    <name>ProofsWindow</name>
    <message>
        <source>Recheck: {what}</source>
        <translation>Revérifier&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Proofs – {name}</source>
        <translation>Épreuves – {name}</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nom de famille</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Date de naissance</translation>
    </message>
    <message>
        <source>Loyalty</source>
        <translation>Fidélité</translation>
    </message>
    <message>
        <source>Travels</source>
        <translation>Voyages</translation>
    </message>
    <message>
        <source>unknown segment “{name}”</source>
        <translation>segment inconnu «&#xa0;{name}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>PropertyButton</name>
    <message>
        <source>Choose a property</source>
        <translation>Choisir une propriété</translation>
    </message>
    <message>
        <source>Property: {name}</source>
        <translation>Propriété&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>PropertyList</name>
    <message>
        <source>Search a property</source>
        <translation>Chercher une propriété</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Propriétés</translation>
    </message>
    <message>
        <source>No property is called that. Properties are listed in contacts.toml.</source>
        <translation>Aucune propriété ne s’appelle ainsi. Les propriétés sont dans contacts.toml.</translation>
    </message>
</context>
<context>
    <name>ReasonFilter</name>
    <message>
        <source>Find a reason</source>
        <translation>Chercher une raison</translation>
    </message>
</context>
<context>
    <name>ReasonModel</name>
    <message>
        <source>To be seen</source>
        <translation>Ce qui se voit</translation>
    </message>
    <message>
        <source>Behind the scenes</source>
        <translation>En coulisses</translation>
    </message>
    <message>
        <source>What the client does without the picture showing it.</source>
        <translation>Ce que la messagerie fait sans que l’image le montre.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n endroit</numerusform>
            <numerusform>%n endroits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more place(s)</source>
        <translation>
            <numerusform>Et encore %n endroit</numerusform>
            <numerusform>Et encore %n endroits</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole mail</source>
        <translation>Tout l’e-mail</translation>
    </message>
    <message>
        <source>Show in the code</source>
        <translation>Montrer dans le code</translation>
    </message>
</context>
<context>
    <name>ReasonTree</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Read {source}</source>
        <translation>Lire {source}</translation>
    </message>
</context>
<context>
    <name>RecoveryBar</name>
    <message>
        <source>Looking for unsaved work</source>
        <translation>Recherche de travail non enregistré</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Travail non enregistré</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Tel qu’il est maintenant</translation>
    </message>
    <message>
        <source>Recover unsaved work</source>
        <translation>Récupérer le travail non enregistré</translation>
    </message>
    <message>
        <source>Unsaved work was found ({when}).</source>
        <translation>Travail non enregistré retrouvé ({when}).</translation>
    </message>
    <message>
        <source>The file was changed since then.</source>
        <translation>Le fichier a changé depuis.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparer…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Clearing up</source>
        <translation>Rangement</translation>
    </message>
</context>
<context>
    <name>RenameBrandDialog</name>
    <message>
        <source>Rename the brand</source>
        <translation>Renommer la marque</translation>
    </message>
    <message>
        <source>Rename {brand}</source>
        <translation>Renommer {brand}</translation>
    </message>
    <message>
        <source>Every template that uses the brand follows. It can be undone.</source>
        <translation>Tous les modèles qui utilisent la marque suivent. Cela peut être annulé.</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>Nom de l’entreprise</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename the template</source>
        <translation>Renommer le modèle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Rename its other languages too</source>
        <translation>Renommer aussi ses autres langues</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
</context>
<context>
    <name>RenderDialog</name>
    <message>
        <source>Rendering previews</source>
        <translation>Génération des aperçus</translation>
    </message>
    <message>
        <source>Render previews</source>
        <translation>Générer des aperçus</translation>
    </message>
    <message>
        <source>Closing the ledger</source>
        <translation>Fermeture du registre des jetons</translation>
    </message>
    <message>
        <source>Reading the data sets</source>
        <translation>Lecture des jeux de données</translation>
    </message>
</context>
<context>
    <name>Replace</name>
    <message>
        <source>Go back to what was saved</source>
        <translation>Revenir à ce qui est enregistré</translation>
    </message>
</context>
<context>
    <name>Replacing</name>
    <message>
        <source>Searching the templates</source>
        <translation>Recherche dans les modèles</translation>
    </message>
    <message>
        <source>Replacing</source>
        <translation>Remplacement</translation>
    </message>
    <message>
        <source>Undoing the replacement</source>
        <translation>Annulation du remplacement</translation>
    </message>
    <message>
        <source>Replace across templates</source>
        <translation>Remplacer dans les modèles</translation>
    </message>
    <message>
        <source>Undo the replacement</source>
        <translation>Annuler le remplacement</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>If missing</source>
        <translation>Si absente</translation>
    </message>
    <message>
        <source>Not used by the template</source>
        <translation>Non utilisée par le modèle</translation>
    </message>
    <message>
        <source>No mail</source>
        <translation>Pas de mail</translation>
    </message>
    <message>
        <source>No mail if {condition}</source>
        <translation>Pas de mail si {condition}</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Oui ou non</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>has a value</source>
        <translation>a une valeur</translation>
    </message>
    <message>
        <source>has none, and needs none</source>
        <translation>n’en a pas, et n’en a pas besoin</translation>
    </message>
    <message>
        <source>lacks it</source>
        <translation>ne l’a pas</translation>
    </message>
    <message>
        <source>has the wrong type</source>
        <translation>est du mauvais type</translation>
    </message>
</context>
<context>
    <name>ReportFooter</name>
    <message>
        <source>Rename to {name}</source>
        <translation>Renommer en {name}</translation>
    </message>
    <message>
        <source>Add a value to: {sets}</source>
        <translation>Ajouter une valeur à&#xa0;: {sets}</translation>
    </message>
    <message numerus="yes">
        <source>Add a value to %n data sets</source>
        <translation>
            <numerusform>Ajouter une valeur à %n jeu de données</numerusform>
            <numerusform>Ajouter une valeur à %n jeux de données</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a default</source>
        <translation>Ajouter une valeur par défaut</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Filter by name</source>
        <translation>Filtrer par nom</translation>
    </message>
    <message>
        <source>Only problems</source>
        <translation>Problèmes seulement</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variables</translation>
    </message>
    <message>
        <source>Looking at the variables</source>
        <translation>Examen des variables</translation>
    </message>
    <message>
        <source>Looking at the variables…</source>
        <translation>Examen des variables…</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>Tout va bien</translation>
    </message>
    <message>
        <source>Every data set has what the template needs.</source>
        <translation>Chaque jeu de données a ce qu’il faut au modèle.</translation>
    </message>
    <message>
        <source>No name like that</source>
        <translation>Aucun nom de ce genre</translation>
    </message>
    <message>
        <source>Change the filter above.</source>
        <translation>Modifiez le filtre ci-dessus.</translation>
    </message>
    <message>
        <source>This template uses no variables</source>
        <translation>Ce modèle n’utilise aucune variable</translation>
    </message>
    <message>
        <source>Write {{ first_name }} into a text, or choose a field from the merge-tag menu.</source>
        <translation>Écrivez {{ first_name }} dans un texte, ou choisissez un champ dans le menu des champs de fusion.</translation>
    </message>
    <message>
        <source>Rename a variable</source>
        <translation>Renommer une variable</translation>
    </message>
    <message>
        <source>Add a default</source>
        <translation>Ajouter une valeur par défaut</translation>
    </message>
    <message>
        <source>Add a value to the data</source>
        <translation>Ajouter une valeur aux données</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Previous company</source>
        <translation>Entreprise précédente</translation>
    </message>
    <message>
        <source>Next company</source>
        <translation>Entreprise suivante</translation>
    </message>
    <message>
        <source>Everything here is right</source>
        <translation>Tout est correct ici</translation>
    </message>
    <message>
        <source>Reading the brand</source>
        <translation>Lecture de la marque</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} sur {count}</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Primary</source>
        <translation>Principale</translation>
    </message>
    <message>
        <source>On primary</source>
        <translation>Sur la principale</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>Accent</translation>
    </message>
    <message>
        <source>On accent</source>
        <translation>Sur l’accent</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Boutons</translation>
    </message>
    <message>
        <source>On buttons</source>
        <translation>Sur les boutons</translation>
    </message>
    <message>
        <source>Buttons on bands</source>
        <translation>Boutons sur les bandeaux</translation>
    </message>
    <message>
        <source>On buttons on bands</source>
        <translation>Sur les boutons des bandeaux</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Quiet text</source>
        <translation>Texte discret</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Traits</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Accent on dark</source>
        <translation>Accent sur sombre</translation>
    </message>
</context>
<context>
    <name>RolesDialog</name>
    <message>
        <source>Roles in {account}</source>
        <translation>Rôles dans {account}</translation>
    </message>
    <message>
        <source>The login of the database decides what somebody may do here and in all accounts below: a viewer looks, a member also spends, a manager also moves tokens, an owner also buys and gives roles.</source>
        <translation>L’identifiant de la base de données décide de ce qu’une personne peut faire ici et dans tous les comptes du dessous&#xa0;: un lecteur regarde, un membre dépense aussi, un gestionnaire déplace aussi des jetons, un propriétaire achète et donne aussi des rôles.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Role of {login}</source>
        <translation>Rôle de {login}</translation>
    </message>
    <message>
        <source>Take the role of {login} away</source>
        <translation>Retirer le rôle de {login}</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>%n row(s)</source>
        <translation>%n ligne</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Indispensable</translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message>
        <source>Add a row</source>
        <translation>Ajouter une ligne</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>Coller des lignes</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Paste table</source>
        <translation>Coller un tableau</translation>
    </message>
    <message>
        <source>Rows copied from a spreadsheet, with or without their heading</source>
        <translation>Des lignes copiées d’un tableur, avec ou sans leur en-tête</translation>
    </message>
    <message>
        <source>Add the first row</source>
        <translation>Ajouter la première ligne</translation>
    </message>
    <message>
        <source>Paste a table from a spreadsheet</source>
        <translation>Coller un tableau d’un tableur</translation>
    </message>
    <message>
        <source>This list has no rows: the mail repeats nothing here.</source>
        <translation>Cette liste n’a pas de lignes&#xa0;: le message ne répète rien ici.</translation>
    </message>
    <message>
        <source>Duplicate row (Ctrl+D)</source>
        <translation>Dupliquer la ligne (Ctrl+D)</translation>
    </message>
    <message>
        <source>Delete row (Del)</source>
        <translation>Supprimer la ligne (Suppr)</translation>
    </message>
    <message>
        <source>Move up (Alt+↑)</source>
        <translation>Monter (Alt+↑)</translation>
    </message>
    <message>
        <source>Move down (Alt+↓)</source>
        <translation>Descendre (Alt+↓)</translation>
    </message>
    <message>
        <source>Delete rows</source>
        <translation>Supprimer des lignes</translation>
    </message>
    <message>
        <source>Duplicate rows</source>
        <translation>Dupliquer des lignes</translation>
    </message>
    <message>
        <source>Move rows</source>
        <translation>Déplacer des lignes</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added</source>
        <translation>
            <numerusform>%n ligne ajoutée</numerusform>
            <numerusform>%n lignes ajoutées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>The same rule as text</source>
        <translation>La même règle en texte</translation>
    </message>
    <message>
        <source>The text below cannot be read yet: this is the rule before it. A change here replaces the text.</source>
        <translation>Le texte ci-dessous est encore illisible&#xa0;: voici la règle d’avant. Un changement ici remplace le texte.</translation>
    </message>
</context>
<context>
    <name>RulePage</name>
    <message>
        <source>As the template says it</source>
        <translation>Tel que l’écrit le modèle</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>This is not complete yet.</source>
        <translation>Ce n’est pas encore complet.</translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message>
        <source>Remove the condition</source>
        <translation>Retirer la condition</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Opérateur</translation>
    </message>
    <message>
        <source>Capitals count. Press to ignore them.</source>
        <translation>Les majuscules comptent. Cliquez pour les ignorer.</translation>
    </message>
    <message>
        <source>Capitals do not count. Press to let them.</source>
        <translation>Les majuscules ne comptent pas. Cliquez pour qu’elles comptent.</translation>
    </message>
    <message>
        <source>Not finished: as long as no value is given, this does not count.</source>
        <translation>À compléter&#xa0;: sans valeur, cette condition ne compte pas.</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>is</source>
        <translation>est</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>n’est pas</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>contient</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>ne contient pas</translation>
    </message>
    <message>
        <source>starts with</source>
        <translation>commence par</translation>
    </message>
    <message>
        <source>ends with</source>
        <translation>finit par</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>est un de</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>n’est aucun de</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>est inférieur à</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>est au plus</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>est supérieur à</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>est au moins</translation>
    </message>
    <message>
        <source>is between</source>
        <translation>est entre</translation>
    </message>
    <message>
        <source>is before</source>
        <translation>est avant le</translation>
    </message>
    <message>
        <source>is after</source>
        <translation>est après le</translation>
    </message>
    <message>
        <source>was in the last</source>
        <translation>depuis moins de</translation>
    </message>
    <message>
        <source>is in the next</source>
        <translation>d’ici moins de</translation>
    </message>
    <message>
        <source>has a value</source>
        <translation>a une valeur</translation>
    </message>
    <message>
        <source>has no value</source>
        <translation>n’est pas renseigné</translation>
    </message>
    <message>
        <source>is yes</source>
        <translation>est oui</translation>
    </message>
    <message>
        <source>is no</source>
        <translation>est non</translation>
    </message>
    <message>
        <source>is not empty</source>
        <translation>n’est pas vide</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>est vide</translation>
    </message>
    <message>
        <source>is on</source>
        <translation>est le</translation>
    </message>
    <message>
        <source>is not on</source>
        <translation>n’est pas le</translation>
    </message>
    <message>
        <source>is on or after</source>
        <translation>est le ou après le</translation>
    </message>
    <message>
        <source>is on or before</source>
        <translation>est le ou avant le</translation>
    </message>
    <message>
        <source>contains one of</source>
        <translation>contient un de</translation>
    </message>
    <message>
        <source>contains none of</source>
        <translation>ne contient aucun de</translation>
    </message>
    <message>
        <source>includes them</source>
        <translation>l’inclut</translation>
    </message>
    <message>
        <source>leaves them out</source>
        <translation>ne l’inclut pas</translation>
    </message>
    <message>
        <source>in the last</source>
        <translation>depuis moins de</translation>
    </message>
    <message>
        <source>not in the last</source>
        <translation>pas depuis</translation>
    </message>
    <message>
        <source>All of these are true</source>
        <translation>Toutes sont vraies</translation>
    </message>
    <message>
        <source>At least one of these is true</source>
        <translation>Au moins une est vraie</translation>
    </message>
    <message>
        <source>None of these is true</source>
        <translation>Aucune n’est vraie</translation>
    </message>
    <message>
        <source>Not all of these are true</source>
        <translation>Toutes ne sont pas vraies</translation>
    </message>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>or</source>
        <translation>ou</translation>
    </message>
    <message>
        <source>nor</source>
        <translation>ni</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Nombre entier</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Oui ou non</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Choose another comparison, such as “is”, and write a text.</source>
        <translation>Choisissez une autre comparaison, par exemple «&#xa0;est&#xa0;», et écrivez un texte.</translation>
    </message>
    <message>
        <source>Choose another comparison, such as “is at least”, and write a number.</source>
        <translation>Choisissez une autre comparaison, par exemple «&#xa0;est au moins&#xa0;», et écrivez un nombre.</translation>
    </message>
    <message>
        <source>Choose “is yes” or “is no”.</source>
        <translation>Choisissez «&#xa0;est oui&#xa0;» ou «&#xa0;est non&#xa0;».</translation>
    </message>
    <message>
        <source>Choose another comparison, such as “is before”, and a day.</source>
        <translation>Choisissez une autre comparaison, par exemple «&#xa0;est avant le&#xa0;», et une date.</translation>
    </message>
    <message>
        <source>Choose another comparison, such as “contains”.</source>
        <translation>Choisissez une autre comparaison, par exemple «&#xa0;contient&#xa0;».</translation>
    </message>
</context>
<context>
    <name>RunHover</name>
    <message>
        <source>Reading the picture</source>
        <translation>Lecture de l’image</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>Decided</source>
        <translation>Décidé</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Entreprises</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to look at</source>
        <translation>
            <numerusform>%n champ à vérifier</numerusform>
            <numerusform>%n champs à vérifier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new template(s)</source>
        <translation>
            <numerusform>%n nouveau modèle</numerusform>
            <numerusform>%n nouveaux modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the sites</source>
        <translation>Lecture des sites</translation>
    </message>
    <message>
        <source>The sites are read</source>
        <translation>Les sites sont lus</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>{done} sur {all} terminées</translation>
    </message>
    <message numerus="yes">
        <source>%n worth a look</source>
        <translation>
            <numerusform>%n à vérifier</numerusform>
            <numerusform>%n à vérifier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped</source>
        <translation>
            <numerusform>%n arrêtée</numerusform>
            <numerusform>%n arrêtées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunStrip</name>
    <message>
        <source>This run was interrupted: {missing}. Nothing was charged for those.</source>
        <translation>Cette série a été interrompue&#xa0;: {missing}. Rien n’a été facturé pour celles-ci.</translation>
    </message>
    <message>
        <source>This run was stopped: {missing}. Nothing was charged for those.</source>
        <translation>Cette série a été arrêtée&#xa0;: {missing}. Rien n’a été facturé pour celles-ci.</translation>
    </message>
    <message>
        <source>This run is not whole: {missing}. Nothing was charged for those.</source>
        <translation>Cette série n’est pas complète&#xa0;: {missing}. Rien n’a été facturé pour celles-ci.</translation>
    </message>
</context>
<context>
    <name>RunTree</name>
    <message>
        <source>Templates and their runs</source>
        <translation>Modèles et leurs séries</translation>
    </message>
</context>
<context>
    <name>RunVerbs</name>
    <message>
        <source>Take the rest…</source>
        <translation>Prendre le reste…</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Try again what failed…</source>
        <translation>Réessayer les échecs…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Giving the run up</source>
        <translation>Abandon de la série</translation>
    </message>
    <message>
        <source>Renaming the run</source>
        <translation>Changement de nom de la série</translation>
    </message>
    <message>
        <source>Deleting the run</source>
        <translation>Suppression de la série</translation>
    </message>
</context>
<context>
    <name>SampleMail</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Hello again.</source>
        <translation>Bonjour.</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>Lire la suite</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commander</translation>
    </message>
    <message>
        <source>How the brand looks in a mail: light, and dark</source>
        <translation>La marque dans un e-mail&#xa0;: en clair et en sombre</translation>
    </message>
    <message>
        <source>Sample of a mail, light and dark</source>
        <translation>Aperçu d’un e-mail, clair et sombre</translation>
    </message>
</context>
<context>
    <name>SavedDelegate</name>
    <message>
        <source>Not taken</source>
        <translation>Non prise</translation>
    </message>
    <message>
        <source>The picture&apos;s file is not there any more. Render it again.</source>
        <translation>Le fichier de cette image n’existe plus. Générez-la de nouveau.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Too complex</source>
        <translation>Trop complexe</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} sur {count}</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Tout remplacer</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Find in the code</source>
        <translation>Rechercher dans le code</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Mots entiers</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Previous result (Shift+F3)</source>
        <translation>Résultat précédent (Maj+F3)</translation>
    </message>
    <message>
        <source>Next result (F3)</source>
        <translation>Résultat suivant (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
</context>
<context>
    <name>SegmentList</name>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>Nouveau segment</translation>
    </message>
    <message>
        <source>Import from Mailjet…</source>
        <translation>Importer de Mailjet…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Duplicate the segment</source>
        <translation>Dupliquer le segment</translation>
    </message>
    <message>
        <source>Delete the segment</source>
        <translation>Supprimer le segment</translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message>
        <source>with a problem</source>
        <translation>avec un problème</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message>
        <source>no condition yet</source>
        <translation>pas encore de condition</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>not used</source>
        <translation>inutilisé</translation>
    </message>
</context>
<context>
    <name>SegmentPage</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>What people call it</source>
        <translation>Comment on l’appelle</translation>
    </message>
    <message>
        <source>Who is in it</source>
        <translation>Qui en fait partie</translation>
    </message>
    <message>
        <source>Templates ask {path}</source>
        <translation>Dans les modèles&#xa0;: {path}</translation>
    </message>
    <message numerus="yes">
        <source>Used in %n template(s)</source>
        <translation>
            <numerusform>Utilisé dans %n modèle</numerusform>
            <numerusform>Utilisé dans %n modèles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentVerbs</name>
    <message>
        <source>Choose a contact file</source>
        <translation>Choisir un fichier de contacts</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Reading the contacts</source>
        <translation>Lecture des contacts</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>{name}, line {line}</source>
        <translation>{name}, ligne {line}</translation>
    </message>
    <message>
        <source>{name}, data set {file}</source>
        <translation>{name}, jeu de données {file}</translation>
    </message>
    <message>
        <source>the rule of the segment {name}</source>
        <translation>la règle du segment {name}</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>Nouveau segment</translation>
    </message>
    <message>
        <source>Duplicate the segment</source>
        <translation>Dupliquer le segment</translation>
    </message>
    <message>
        <source>Delete the segment</source>
        <translation>Supprimer le segment</translation>
    </message>
    <message>
        <source>Move the segment</source>
        <translation>Déplacer le segment</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>Nom du segment</translation>
    </message>
    <message>
        <source>Rule of the segment</source>
        <translation>Règle du segment</translation>
    </message>
    <message>
        <source>Id of the segment</source>
        <translation>Identifiant du segment</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (copie)</translation>
    </message>
</context>
<context>
    <name>SegmentsDialog</name>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Added to contacts.toml: {properties}</source>
        <translation>Ajouté à contacts.toml&#xa0;: {properties}</translation>
    </message>
    <message>
        <source>New segment</source>
        <translation>Nouveau segment</translation>
    </message>
    <message>
        <source>Deleted: {titles}</source>
        <translation>Supprimé&#xa0;: {titles}</translation>
    </message>
    <message>
        <source>Every change is kept in segments.toml at once.</source>
        <translation>Chaque changement est aussitôt gardé dans segments.toml.</translation>
    </message>
    <message>
        <source>Not kept yet: the text of the rule cannot be read.</source>
        <translation>Pas encore gardé&#xa0;: le texte de la règle est illisible.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
</context>
<context>
    <name>SegmentsPage</name>
    <message>
        <source>Everyone</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Everyone: keep only this one</source>
        <translation>Tout le monde&#xa0;: ne garder que celui-ci</translation>
    </message>
    <message>
        <source>Everybody else</source>
        <translation>Tous les autres</translation>
    </message>
    <message>
        <source>Who is in</source>
        <translation>Qui appartient</translation>
    </message>
    <message>
        <source>any of these</source>
        <translation>à l’un de ces segments</translation>
    </message>
    <message>
        <source>all of these</source>
        <translation>à tous ces segments</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>à aucun de ces segments</translation>
    </message>
    <message>
        <source>How the segments count</source>
        <translation>Comment comptent les segments</translation>
    </message>
    <message>
        <source>Search a segment</source>
        <translation>Chercher un segment</translation>
    </message>
    <message>
        <source>There are no segments yet. Make one, such as everybody who lives in Lyon.</source>
        <translation>Il n’y a pas encore de segment. Créez-en un, par exemple tous ceux qui habitent à Lyon.</translation>
    </message>
    <message>
        <source>New segment…</source>
        <translation>Nouveau segment…</translation>
    </message>
    <message>
        <source>{name} (does not exist any more)</source>
        <translation>{name} (n’existe plus)</translation>
    </message>
</context>
<context>
    <name>SenderFields</name>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Name of the sender</source>
        <translation>Nom de l’expéditeur</translation>
    </message>
    <message>
        <source>Address of the sender</source>
        <translation>Adresse de l’expéditeur</translation>
    </message>
    <message>
        <source>name@company.com</source>
        <translation>nom@entreprise.fr</translation>
    </message>
    <message>
        <source>This is no mail address; it is not saved.</source>
        <translation>Ce n’est pas une adresse e-mail&#x202f;; elle n’est pas enregistrée.</translation>
    </message>
</context>
<context>
    <name>SetVerbs</name>
    <message>
        <source>Reading a file</source>
        <translation>Lecture d’un fichier</translation>
    </message>
    <message>
        <source>Rename data set</source>
        <translation>Renommer le jeu de données</translation>
    </message>
    <message>
        <source>Delete data set “{name}”</source>
        <translation>Supprimer le jeu de données «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Making data</source>
        <translation>Préparation des données</translation>
    </message>
    <message>
        <source>New data set</source>
        <translation>Nouveau jeu de données</translation>
    </message>
    <message>
        <source>Fill with samples</source>
        <translation>Remplir avec des exemples</translation>
    </message>
    <message>
        <source>Every value that the template uses is there already.</source>
        <translation>Toutes les valeurs que le modèle utilise sont déjà là.</translation>
    </message>
    <message>
        <source>Choose a JSON file</source>
        <translation>Choisir un fichier JSON</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Language</source>
        <extracomment>What people call a setting and the values that can be chosen.</extracomment>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Navigateur</translation>
    </message>
    <message>
        <source>Folder for pictures</source>
        <translation>Dossier des images</translation>
    </message>
    <message>
        <source>Room for pictures</source>
        <translation>Place pour les images</translation>
    </message>
    <message>
        <source>Pictures from the web</source>
        <translation>Images du web</translation>
    </message>
    <message>
        <source>Farm</source>
        <translation>Ferme de rendu</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>The browser that takes the pictures; empty: the one that is found</source>
        <extracomment>The descriptions in ``UserSettings``, marked for the translators.</extracomment>
        <translation>Le navigateur qui prend les images&#x202f;; vide&#xa0;: celui qui est trouvé</translation>
    </message>
    <message>
        <source>Where pictures are kept for reuse</source>
        <translation>Où les images sont gardées pour resservir</translation>
    </message>
    <message>
        <source>How much room those pictures may take, in MB</source>
        <translation>La place que ces images peuvent prendre, en Mo</translation>
    </message>
    <message>
        <source>Whether previews fetch the pictures and fonts that mails name by web addresses</source>
        <translation>Si les aperçus vont chercher les images et les polices que les e-mails désignent par des adresses web</translation>
    </message>
    <message>
        <source>The farm that may take pictures for you: whoever runs it can run programs on this computer</source>
        <translation>La ferme de rendu qui peut prendre des images pour vous : qui la gère peut lancer des programmes sur cet ordinateur</translation>
    </message>
    <message>
        <source>The language of menus and messages</source>
        <translation>La langue des menus et des messages</translation>
    </message>
    <message>
        <source>Light or dark windows</source>
        <translation>Fenêtres claires ou sombres</translation>
    </message>
</context>
<context>
    <name>Sharpener</name>
    <message>
        <source>Taking it in more detail, which costs nothing…</source>
        <translation>Prise d’une image plus fine, sans frais…</translation>
    </message>
    <message>
        <source>In full detail</source>
        <translation>Tous les détails sont visibles</translation>
    </message>
    <message>
        <source>Enlarged: this engine takes no finer pictures</source>
        <translation>Image agrandie&#xa0;: ce moteur n’en fait pas de plus fine</translation>
    </message>
    <message>
        <source>Enlarged. {reason}</source>
        <translation>Image agrandie. {reason}</translation>
    </message>
    <message>
        <source>Enlarged: the mail, the client or the engine changed since it was taken</source>
        <translation>Image agrandie&#xa0;: l’e-mail, la messagerie ou le moteur a changé depuis</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Image agrandie</translation>
    </message>
    <message>
        <source>Taking the picture in more detail</source>
        <translation>Prise d’une image plus fine</translation>
    </message>
    <message>
        <source>Reading the picture</source>
        <translation>Lecture de l’image</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Writing the proof sheet</source>
        <translation>Écriture de l’épreuve</translation>
    </message>
    <message>
        <source>Proof sheet</source>
        <translation>Épreuve</translation>
    </message>
    <message>
        <source>Proof sheet for the client’s approval</source>
        <translation>Épreuve pour le bon à tirer du client</translation>
    </message>
    <message>
        <source>One file with everything in it, small enough to be mailed. It loads nothing from the network.</source>
        <translation>Un seul fichier qui contient tout, assez petit pour un e-mail. Il ne charge rien du réseau.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Messageries</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>HTML, to answer in the browser</source>
        <translation>HTML, où répondre dans le navigateur</translation>
    </message>
    <message>
        <source>PDF, to print and sign</source>
        <translation>PDF, à imprimer et à signer</translation>
    </message>
    <message>
        <source>The template’s</source>
        <translation>Celle du modèle</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Choose at least one client.</source>
        <translation>Choisissez au moins une messagerie.</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Écrit&#xa0;: {path}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SheetPane</name>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Taille des images</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Compare the pictures that are selected</source>
        <translation>Comparer les images sélectionnées</translation>
    </message>
    <message>
        <source>No pictures yet</source>
        <translation>Pas encore d’images</translation>
    </message>
    <message>
        <source>Choose clients on the left. What it costs stands below before anything is taken: a new picture is one token; what was taken before, and what fails, costs nothing.</source>
        <translation>Choisissez des messageries à gauche. Le coût s’affiche en bas avant toute prise&#xa0;: une nouvelle image vaut un jeton&#x202f;; ce qui existe déjà ou échoue ne coûte rien.</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} sur {all}</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ShotModel</name>
    <message>
        <source>no picture, not charged</source>
        <translation>pas d’image, rien n’est débité</translation>
    </message>
    <message>
        <source>not taken, not charged</source>
        <translation>pas prise, rien n’est débité</translation>
    </message>
    <message>
        <source>being taken</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>from cache, costs nothing</source>
        <translation>du cache, gratuit</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouvelle</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
</context>
<context>
    <name>SideBySideDialog</name>
    <message>
        <source>Languages side by side</source>
        <translation>Langues côte à côte</translation>
    </message>
    <message>
        <source>Width of the mails</source>
        <translation>Largeur des e-mails</translation>
    </message>
    <message>
        <source>Dark mails</source>
        <translation>E-mails sombres</translation>
    </message>
    <message>
        <source>Building the mail</source>
        <translation>Construction du message</translation>
    </message>
</context>
<context>
    <name>SidesEditor</name>
    <message>
        <source>top</source>
        <translation>haut</translation>
    </message>
    <message>
        <source>right</source>
        <translation>droite</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>bas</translation>
    </message>
    <message>
        <source>left</source>
        <translation>gauche</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>en haut à gauche</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>en haut à droite</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>en bas à droite</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>en bas à gauche</translation>
    </message>
    <message>
        <source>T</source>
        <translation>H</translation>
    </message>
    <message>
        <source>R</source>
        <translation>D</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>L</source>
        <translation>G</translation>
    </message>
    <message>
        <source>All four alike</source>
        <translation>Les quatre identiques</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Whose e-mails are they?</source>
        <translation>De qui sont ces e-mails&#x202f;?</translation>
    </message>
    <message>
        <source>Name the company’s domain. Its home page, styles and logos are read once; nothing is sent.</source>
        <translation>Indiquez le domaine de l’entreprise. Sa page d’accueil, ses styles et ses logos sont lus une fois&#x202f;; rien n’est envoyé.</translation>
    </message>
    <message>
        <source>Domain or address</source>
        <translation>Domaine ou adresse</translation>
    </message>
    <message>
        <source>company.com</source>
        <translation>entreprise.fr</translation>
    </message>
    <message>
        <source>Without a network: a page saved from the browser, a zip or a folder with it, or the logo alone.</source>
        <translation>Sans réseau&#xa0;: une page enregistrée depuis le navigateur, un zip ou un dossier qui la contient, ou le logo seul.</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>By hand…</source>
        <translation>À la main…</translation>
    </message>
    <message>
        <source>Saved pages, zips and logos</source>
        <translation>Pages enregistrées, zips et logos</translation>
    </message>
    <message>
        <source>Choose a saved page</source>
        <translation>Choisir une page enregistrée</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>user</source>
        <extracomment>What the extraction says, marked for the translators. What is not here is shown as it is.</extracomment>
        <translation>votre choix</translation>
    </message>
    <message>
        <source>tile</source>
        <translation>tuile</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>variable</translation>
    </message>
    <message>
        <source>buttons</source>
        <translation>boutons</translation>
    </message>
    <message>
        <source>links</source>
        <translation>liens</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>page</source>
        <translation>page</translation>
    </message>
    <message>
        <source>header</source>
        <translation>en-tête</translation>
    </message>
    <message>
        <source>header img</source>
        <translation>image de l’en-tête</translation>
    </message>
    <message>
        <source>header svg</source>
        <translation>dessin de l’en-tête</translation>
    </message>
    <message>
        <source>footer</source>
        <translation>pied de page</translation>
    </message>
    <message>
        <source>footer img</source>
        <translation>image du pied de page</translation>
    </message>
    <message>
        <source>footer svg</source>
        <translation>dessin du pied de page</translation>
    </message>
    <message>
        <source>css background</source>
        <translation>fond CSS</translation>
    </message>
    <message>
        <source>style attribute</source>
        <translation>attribut style</translation>
    </message>
    <message>
        <source>style sheet</source>
        <translation>feuille de style</translation>
    </message>
    <message>
        <source>body</source>
        <translation>corps de page</translation>
    </message>
    <message>
        <source>copyright</source>
        <translation>copyright</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>domaine</translation>
    </message>
    <message>
        <source>logo</source>
        <translation>logo</translation>
    </message>
    <message>
        <source>logo fill</source>
        <translation>logo</translation>
    </message>
    <message>
        <source>icon</source>
        <translation>icône</translation>
    </message>
    <message>
        <source>icon fill</source>
        <translation>icône</translation>
    </message>
    <message>
        <source>manifest</source>
        <translation>manifeste</translation>
    </message>
    <message>
        <source>preview picture</source>
        <translation>image d’aperçu</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>nom du fichier</translation>
    </message>
    <message>
        <source>address element</source>
        <translation>balise address</translation>
    </message>
    <message>
        <source>words of the page</source>
        <translation>mots de la page</translation>
    </message>
    <message>
        <source>builder&apos;s credit</source>
        <translation>crédit du site</translation>
    </message>
    <message>
        <source>rendered header</source>
        <translation>en-tête affiché</translation>
    </message>
    <message>
        <source>rendered footer</source>
        <translation>pied de page affiché</translation>
    </message>
    <message>
        <source>rendered page</source>
        <translation>page affichée</translation>
    </message>
    <message>
        <source>rendered buttons</source>
        <translation>boutons affichés</translation>
    </message>
    <message>
        <source>rendered links</source>
        <translation>liens affichés</translation>
    </message>
    <message>
        <source>rendered headings</source>
        <translation>titres affichés</translation>
    </message>
    <message>
        <source>rendered bands</source>
        <translation>bandeaux affichés</translation>
    </message>
    <message>
        <source>rendered text</source>
        <translation>texte affiché</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>votre choix</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sûr</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>supposé</translation>
    </message>
</context>
<context>
    <name>StageBar</name>
    <message>
        <source>Fit {percent}</source>
        <translation>Ajusté {percent}</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
</context>
<context>
    <name>StageEdge</name>
    <message>
        <source>Drag to change the width</source>
        <translation>Faire glisser pour changer la largeur</translation>
    </message>
</context>
<context>
    <name>StarterChoice</name>
    <message>
        <source>Templates of its own</source>
        <translation>Ses propres modèles</translation>
    </message>
    <message>
        <source>None: move existing ones later</source>
        <translation>Aucun&#xa0;: en déplacer plus tard</translation>
    </message>
    <message>
        <source>English and French</source>
        <translation>Anglais et français</translation>
    </message>
    <message>
        <source>English only</source>
        <translation>Anglais seulement</translation>
    </message>
    <message>
        <source>French only</source>
        <translation>Français seulement</translation>
    </message>
</context>
<context>
    <name>StateDelegate</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>StateModel</name>
    <message>
        <source>{added} lines added, {removed} removed</source>
        <translation>Lignes ajoutées&#xa0;: {added}, supprimées&#xa0;: {removed}</translation>
    </message>
</context>
<context>
    <name>StatementPage</name>
    <message>
        <source>Writing the statement</source>
        <translation>Écriture du relevé</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Enregistrer en CSV…</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>Au début</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Reçus</translation>
    </message>
    <message>
        <source>Passed on, expired or taken out</source>
        <translation>Transmis, expirés ou retirés</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Dépensés</translation>
    </message>
    <message>
        <source>Still reserved</source>
        <translation>Encore réservés</translation>
    </message>
    <message>
        <source>Left at the end</source>
        <translation>Restants à la fin</translation>
    </message>
    <message>
        <source>Reading the statement</source>
        <translation>Lecture du relevé</translation>
    </message>
    <message>
        <source>The month is not over: this is how it stands on {day}.</source>
        <translation>Le mois n’est pas terminé&#xa0;: voici l’état au {day}.</translation>
    </message>
    <message>
        <source>The month is over; nothing in it changes any more.</source>
        <translation>Le mois est terminé&#x202f;; plus rien n’y change.</translation>
    </message>
    <message>
        <source>Entry {number} closes the chain; its seal is {seal}. A rewritten history would have another.</source>
        <translation>L’écriture {number} clôt la chaîne&#x202f;; son sceau est {seal}. Un historique réécrit en aurait un autre.</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Enregistré&#xa0;: {path}</translation>
    </message>
</context>
<context>
    <name>StatesDialog</name>
    <message>
        <source>Hold Ctrl to choose a second one and compare the two.</source>
        <translation>Maintenez Ctrl pour en choisir une seconde et comparer les deux.</translation>
    </message>
    <message>
        <source>Ctrl and click compares two. F2 renames.</source>
        <translation>Ctrl et clic pour en comparer deux, F2 pour renommer.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Opening the site</source>
        <extracomment>What ``extract_brand`` reports, marked for the translators.</extracomment>
        <translation>Ouverture du site</translation>
    </message>
    <message>
        <source>Reading the style sheets</source>
        <translation>Lecture des feuilles de style</translation>
    </message>
    <message>
        <source>Looking for the name and the logo</source>
        <translation>Recherche du nom et du logo</translation>
    </message>
    <message>
        <source>Fetching the wide logo</source>
        <translation>Récupération du logo large</translation>
    </message>
    <message>
        <source>Fetching the square logo</source>
        <translation>Récupération du logo carré</translation>
    </message>
    <message>
        <source>Looking at the page in a browser</source>
        <translation>Examen de la page dans un navigateur</translation>
    </message>
    <message>
        <source>Choosing the colours</source>
        <translation>Choix des couleurs</translation>
    </message>
</context>
<context>
    <name>Structure</name>
    <message>
        <source>The clipboard holds no component that fits here.</source>
        <translation>Le presse-papiers ne contient aucun composant qui convienne ici.</translation>
    </message>
    <message>
        <source>Delete: {name}</source>
        <translation>Supprimer&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Duplicate: {name}</source>
        <translation>Dupliquer&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Move up: {name}</source>
        <translation>Monter&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Move down: {name}</source>
        <translation>Descendre&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Move: {name}</source>
        <translation>Déplacer&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Insert: {name}</source>
        <translation>Insérer&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Condition: {name}</source>
        <translation>Condition&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Show otherwise: {name}</source>
        <translation>Montrer sinon&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Remove an alternative: {name}</source>
        <translation>Retirer une variante&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Change the order of alternatives: {name}</source>
        <translation>Changer l’ordre des variantes&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Repeat: {name}</source>
        <translation>Répéter&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Remove the condition: {name}</source>
        <translation>Retirer la condition&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Remove the loop: {name}</source>
        <translation>Retirer la boucle&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Rename: {name}</source>
        <translation>Renommer&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Rename the class {name}</source>
        <translation>Renommer la classe {name}</translation>
    </message>
    <message>
        <source>Change to: {name}</source>
        <translation>Transformer en&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Also removed: {parts}. Undo brings it back.</source>
        <translation>Supprimé aussi&#xa0;: {parts}. Annuler le fait revenir.</translation>
    </message>
</context>
<context>
    <name>SwitchEditor</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>TagFilter</name>
    <message>
        <source>Tag: {tag}</source>
        <translation>Étiquette&#xa0;: {tag}</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Toutes les étiquettes</translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>Shown if</source>
        <translation>Montré si</translation>
    </message>
    <message>
        <source>Shown otherwise, if</source>
        <translation>Sinon affiché si</translation>
    </message>
    <message>
        <source>Shown otherwise</source>
        <translation>Affiché sinon</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Répété</translation>
    </message>
    <message>
        <source>{title} (with others)</source>
        <translation>{title} (avec d’autres)</translation>
    </message>
    <message>
        <source>Change: {words}</source>
        <translation>Modifier&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Keep only this one: {name}</source>
        <translation>Ne garder que celui-ci&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Alternative: {words}</source>
        <translation>Variante&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Select the alternative: {words}</source>
        <translation>Sélectionner la variante&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Retirer&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Étiquettes, séparées par des virgules</translation>
    </message>
    <message>
        <source>In use: {tags}</source>
        <translation>Déjà utilisées&#xa0;: {tags}</translation>
    </message>
    <message>
        <source>Keep the tags</source>
        <translation>Enregistrer les étiquettes</translation>
    </message>
</context>
<context>
    <name>TemplateLibrary</name>
    <message>
        <source>Reading the trash</source>
        <translation>Lecture de la corbeille</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>Taking templates back</source>
        <translation>Restauration des modèles</translation>
    </message>
    <message>
        <source>Reading the workspace</source>
        <translation>Lecture de l’espace de travail</translation>
    </message>
</context>
<context>
    <name>TemplateModel</name>
    <message>
        <source>Add {title} in {language}</source>
        <translation>Ajouter {title} en {language}</translation>
    </message>
    <message>
        <source>does not compile</source>
        <translation>ne compile pas</translation>
    </message>
    <message>
        <source>its picture is being made</source>
        <translation>son image est en préparation</translation>
    </message>
</context>
<context>
    <name>TemplateVerbs</name>
    <message>
        <source>Import a template</source>
        <translation>Importer un modèle</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>E-mails</translation>
    </message>
    <message>
        <source>Duplicating</source>
        <translation>Duplication</translation>
    </message>
    <message>
        <source>Making the template</source>
        <translation>Création du modèle</translation>
    </message>
    <message>
        <source>Adding a language</source>
        <translation>Ajout d’une langue</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Keeping the tags</source>
        <translation>Enregistrement des étiquettes</translation>
    </message>
    <message>
        <source>Renaming</source>
        <translation>Changement de nom</translation>
    </message>
    <message>
        <source>Deleted: {titles}</source>
        <translation>Supprimé&#xa0;: {titles}</translation>
    </message>
</context>
<context>
    <name>TextEditing</name>
    <message>
        <source>This template can only be read here.</source>
        <translation>Ce modèle peut seulement être lu ici.</translation>
    </message>
    <message>
        <source>Text of the mail, to be written in</source>
        <translation>Texte de l’e-mail, à modifier</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Saisie</translation>
    </message>
    <message>
        <source>What belonged to the deleted tag went with it.</source>
        <translation>Ce qui allait avec la balise supprimée est parti avec elle.</translation>
    </message>
    <message>
        <source>The mail does not show this text now: another recipient or other data may bring it.</source>
        <translation>L’e-mail ne montre pas ce texte pour l’instant&#xa0;: un autre destinataire ou d’autres données peuvent le faire apparaître.</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>This cannot be empty.</source>
        <translation>Ce champ ne peut pas être vide.</translation>
    </message>
    <message>
        <source>Write several lines</source>
        <translation>Écrire plusieurs lignes</translation>
    </message>
    <message>
        <source>{name}: write several lines</source>
        <translation>{name}&#xa0;: écrire plusieurs lignes</translation>
    </message>
</context>
<context>
    <name>TextForm</name>
    <message>
        <source>The rule as text</source>
        <translation>La règle en texte</translation>
    </message>
    <message>
        <source>Line {line}, column {column}:</source>
        <translation>Ligne {line}, colonne {column}&#xa0;:</translation>
    </message>
</context>
<context>
    <name>TextPartDialog</name>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Plain text made anew</source>
        <translation>Texte brut recréé</translation>
    </message>
    <message>
        <source>Plain text made automatically</source>
        <translation>Texte brut automatique</translation>
    </message>
    <message>
        <source>What making it anew would change</source>
        <translation>Ce que la recréation changerait</translation>
    </message>
    <message>
        <source>Write it by hand</source>
        <translation>Le rédiger à la main</translation>
    </message>
    <message>
        <source>Make it anew…</source>
        <translation>Le recréer…</translation>
    </message>
    <message>
        <source>Back to automatic</source>
        <translation>Revenir à l’automatique</translation>
    </message>
    <message>
        <source>Insert a name…</source>
        <translation>Insérer un nom…</translation>
    </message>
    <message>
        <source>Take the new text</source>
        <translation>Prendre le nouveau texte</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder le mien</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Making the plain text</source>
        <translation>Création du texte brut</translation>
    </message>
    <message>
        <source>Written by hand</source>
        <translation>Rédigé à la main</translation>
    </message>
    <message>
        <source>Made from the mail</source>
        <translation>Tiré de l’e-mail</translation>
    </message>
    <message>
        <source>This text is what is sent beside the HTML. Tags are filled in for each recipient.</source>
        <translation>Ce texte est envoyé à côté du HTML. Les balises sont remplies pour chaque destinataire.</translation>
    </message>
    <message>
        <source>It follows every change of the mail. Tags are filled in for each recipient.</source>
        <translation>Il suit chaque changement de l’e-mail. Les balises sont remplies pour chaque destinataire.</translation>
    </message>
    <message>
        <source>Making it anew would change nothing</source>
        <translation>Le recréer ne changerait rien</translation>
    </message>
</context>
<context>
    <name>TextSync</name>
    <message>
        <source>Typing</source>
        <translation>Saisie</translation>
    </message>
</context>
<context>
    <name>TokenIndicator</name>
    <message>
        <source>Tokens: {left}</source>
        <translation>Jetons&#xa0;: {left}</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Jetons</translation>
    </message>
    <message>
        <source>Tokens: not known</source>
        <translation>Jetons&#xa0;: inconnu</translation>
    </message>
</context>
<context>
    <name>Tokens</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Opération</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Disponibles</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Dépensés</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Le mois dernier</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>12 derniers mois</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Depuis le début</translation>
    </message>
    <message>
        <source>The account is closed: reopen it first.</source>
        <translation>Le compte est fermé&#xa0;: rouvrez-le d’abord.</translation>
    </message>
    <message>
        <source>This is the pool: select a sub-account to give it tokens or to take some back.</source>
        <translation>C’est le fonds commun&#xa0;: sélectionnez un sous-compte pour lui donner des jetons ou en reprendre.</translation>
    </message>
    <message>
        <source>Tokens come from the account above, which your login may not see.</source>
        <translation>Les jetons viennent du compte du dessus, que votre identifiant ne peut pas voir.</translation>
    </message>
    <message>
        <source>{account} has no free tokens.</source>
        <translation>{account} n’a pas de jetons libres.</translation>
    </message>
    <message>
        <source>The account above decides this, and your login may not see it.</source>
        <translation>C’est le compte du dessus qui en décide, et votre identifiant ne peut pas le voir.</translation>
    </message>
    <message>
        <source>It takes the role “{needed}” in {account}; yours is “{own}”.</source>
        <translation>Il faut le rôle «&#xa0;{needed}&#xa0;» dans {account}&#x202f;; le vôtre est «&#xa0;{own}&#xa0;».</translation>
    </message>
    <message>
        <source>viewer</source>
        <translation>lecteur</translation>
    </message>
    <message>
        <source>member</source>
        <translation>membre</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>gestionnaire</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>propriétaire</translation>
    </message>
    <message>
        <source>In sub-accounts</source>
        <translation>Sous-comptes</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Réservés</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>{n} restants</translation>
    </message>
    <message>
        <source>{n} in sub-accounts</source>
        <translation>{n} en sous-comptes</translation>
    </message>
    <message>
        <source>{n} reserved</source>
        <translation>{n} réservés</translation>
    </message>
    <message>
        <source>{n} spent</source>
        <translation>{n} dépensés</translation>
    </message>
    <message>
        <source>no member</source>
        <translation>non-membre</translation>
    </message>
    <message>
        <source>No tokens are left.</source>
        <translation>Il ne reste aucun jeton.</translation>
    </message>
    <message>
        <source>Nothing was spent lately, so there is no pace to go by.</source>
        <translation>Rien n’a été dépensé récemment, il n’y a donc pas de rythme auquel se fier.</translation>
    </message>
    <message>
        <source>At this pace ({pace} a day) they last for more than five years.</source>
        <translation>À ce rythme ({pace} par jour), ils durent plus de cinq ans.</translation>
    </message>
    <message>
        <source>At this pace ({pace} a day) they last until {day}.</source>
        <translation>À ce rythme ({pace} par jour), ils durent jusqu’au {day}.</translation>
    </message>
    <message>
        <source>{level} % reached on {day}: {used} of {of}.</source>
        <translation>{level}&#xa0;% atteints le {day}&#xa0;: {used} sur {of}.</translation>
    </message>
    <message>
        <source>limit reached</source>
        <translation>limite atteinte</translation>
    </message>
    <message>
        <source>{level} % used</source>
        <translation>{level}&#xa0;% utilisés</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>this workspace</source>
        <translation>cet espace de travail</translation>
    </message>
    <message>
        <source>{n} a month</source>
        <translation>{n} par mois</translation>
    </message>
    <message>
        <source>open pool</source>
        <translation>fonds commun ouvert</translation>
    </message>
</context>
<context>
    <name>TokensDialog</name>
    <message>
        <source>Tokens</source>
        <translation>Jetons</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Relevé</translation>
    </message>
    <message>
        <source>What is shown of the account</source>
        <translation>Ce qui est montré du compte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Reading the tokens</source>
        <translation>Lecture des jetons</translation>
    </message>
    <message>
        <source>The database may be far away.</source>
        <translation>La base de données est peut-être loin.</translation>
    </message>
    <message>
        <source>The tokens cannot be read</source>
        <translation>Les jetons ne peuvent pas être lus</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Reading the overview</source>
        <translation>Lecture de la vue d’ensemble</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Show the file</source>
        <translation>Afficher le fichier</translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Put the message away</source>
        <translation>Masquer le message</translation>
    </message>
</context>
<context>
    <name>TroubleStrip</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Line {line}:</source>
        <translation>Ligne {line}&#xa0;:</translation>
    </message>
</context>
<context>
    <name>UnappliedDialog</name>
    <message>
        <source>Not applied</source>
        <translation>Non appliqué</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n change(s) of {brand}?</source>
        <translation>
            <numerusform>Abandonner %n modification de {brand}&#x202f;?</numerusform>
            <numerusform>Abandonner %n modifications de {brand}&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>They were typed in the panel and not applied to the templates yet.</source>
        <translation>Saisies dans le panneau, elles ne sont pas encore appliquées aux modèles.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>Undeclared</name>
    <message>
        <source>Not in contacts.toml yet: {properties}</source>
        <translation>Pas encore dans contacts.toml&#xa0;: {properties}</translation>
    </message>
    <message>
        <source>Add to contacts.toml</source>
        <translation>Ajouter à contacts.toml</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Put the message away</source>
        <translation>Masquer le message</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message numerus="yes">
        <source>Save the changes of %n template(s)?</source>
        <translation>
            <numerusform>Enregistrer les modifications de %n modèle&#x202f;?</numerusform>
            <numerusform>Enregistrer les modifications de %n modèles&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>UrlField</name>
    <message>
        <source>An address begins with https:// or mailto:.</source>
        <translation>Une adresse commence par https:// ou mailto:.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>{name}: open in the browser</source>
        <translation>{name}&#xa0;: ouvrir dans le navigateur</translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>{name}: from</source>
        <translation>{name}&#xa0;: de</translation>
    </message>
    <message>
        <source>{name}: to</source>
        <translation>{name}&#xa0;: à</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
</context>
<context>
    <name>VariantList</name>
    <message>
        <source>Different mails</source>
        <translation>E-mails différents</translation>
    </message>
</context>
<context>
    <name>VariantModel</name>
    <message>
        <source>An empty mail: nothing besides header and footer</source>
        <translation>Un e-mail vide&#xa0;: rien d’autre que l’en-tête et le pied de page</translation>
    </message>
    <message>
        <source>Only what everybody sees</source>
        <translation>Seulement ce que tout le monde voit</translation>
    </message>
    <message>
        <source>contact {number}</source>
        <translation>contact {number}</translation>
    </message>
    <message>
        <source>for example {name}</source>
        <translation>par exemple {name}</translation>
    </message>
</context>
<context>
    <name>VariantsPage</name>
    <message>
        <source>Show this one</source>
        <translation>Afficher celui-ci</translation>
    </message>
    <message>
        <source>Which mails do your contacts get?</source>
        <translation>Quels e-mails vos contacts reçoivent-ils&#x202f;?</translation>
    </message>
    <message>
        <source>Choose a file of contacts, and this page counts the different mails, how many contacts each one reaches, and shows you any of them.</source>
        <translation>Choisissez un fichier de contacts&#xa0;: cette page compte les différents e-mails, dit combien de contacts chacun atteint, et vous montre celui que vous voulez.</translation>
    </message>
    <message>
        <source>Choose a contact file…</source>
        <translation>Choisir un fichier de contacts…</translation>
    </message>
    <message>
        <source>Use the sample contacts</source>
        <translation>Utiliser les contacts d’exemple</translation>
    </message>
    <message>
        <source>{contacts} of {file}. Differences inside texts do not count.</source>
        <translation>{contacts} de {file}. Les différences à l’intérieur des textes ne comptent pas.</translation>
    </message>
    <message>
        <source>Listed are the {count} mails that reach most.</source>
        <translation>La liste montre les {count} e-mails qui atteignent le plus de contacts.</translation>
    </message>
</context>
<context>
    <name>VariantsWindow</name>
    <message>
        <source>Working out who sees what</source>
        <translation>Analyse de qui voit quoi</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Who sees what – {name}</source>
        <translation>Qui voit quoi – {name}</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Mails by contacts</source>
        <translation>E-mails par contacts</translation>
    </message>
    <message>
        <source>Who sees what</source>
        <translation>Qui voit quoi</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Un autre fichier…</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exporter en CSV…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>VersionKeeper</name>
    <message>
        <source>Keeping the history</source>
        <translation>Mise à jour de l’historique</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>Choose a contact file</source>
        <translation>Choisir un fichier de contacts</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Whom the mail is shown for: {name}</source>
        <translation>Destinataire affiché&#xa0;: {name}</translation>
    </message>
    <message>
        <source>{number}/{count}</source>
        <translation>{number}/{count}</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Whole mail</source>
        <translation>Message entier</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Jeu de données</translation>
    </message>
    <message numerus="yes">
        <source>%n segments</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message>
        <source>In no segment</source>
        <translation>Dans aucun segment</translation>
    </message>
</context>
<context>
    <name>ViewChooser</name>
    <message>
        <source>Find a segment or a contact</source>
        <translation>Trouver un segment ou un contact</translation>
    </message>
    <message>
        <source>Whom the mail is shown for</source>
        <translation>Destinataire affiché</translation>
    </message>
    <message>
        <source>As the data set says</source>
        <translation>Selon le jeu de données</translation>
    </message>
    <message>
        <source>Whole mail, every condition open</source>
        <translation>Message entier, toutes conditions ouvertes</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Contacts in {name}</source>
        <translation>Contacts de {name}</translation>
    </message>
    <message>
        <source>No segments yet. Make one…</source>
        <translation>Pas encore de segment. En créer un…</translation>
    </message>
    <message>
        <source>In no segment</source>
        <translation>Dans aucun segment</translation>
    </message>
    <message>
        <source>Contact {number}</source>
        <translation>Contact {number}</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Un autre fichier…</translation>
    </message>
    <message>
        <source>Use the sample contacts</source>
        <translation>Utiliser les contacts d’exemple</translation>
    </message>
    <message>
        <source>Choose a contact file…</source>
        <translation>Choisir un fichier de contacts…</translation>
    </message>
</context>
<context>
    <name>Viewing</name>
    <message>
        <source>Reading contacts</source>
        <translation>Lecture des contacts</translation>
    </message>
</context>
<context>
    <name>VisibilityBox</name>
    <message>
        <source>Visibility</source>
        <translation>Visibilité</translation>
    </message>
    <message>
        <source>Everybody sees it, once.</source>
        <translation>Tout le monde le voit, une fois.</translation>
    </message>
    <message>
        <source>Add a condition…</source>
        <translation>Ajouter une condition…</translation>
    </message>
    <message>
        <source>Change the condition…</source>
        <translation>Modifier la condition…</translation>
    </message>
    <message>
        <source>Show it to some people only, and something else to the others</source>
        <translation>Le montrer à certaines personnes, et autre chose aux autres</translation>
    </message>
    <message>
        <source>Repeat for each…</source>
        <translation>Répéter pour chaque…</translation>
    </message>
    <message>
        <source>Change the loop…</source>
        <translation>Modifier la boucle…</translation>
    </message>
    <message>
        <source>Repeat it for each entry of a list</source>
        <translation>Le répéter pour chaque élément d’une liste</translation>
    </message>
</context>
<context>
    <name>Watch</name>
    <message>
        <source>Checking what was proofed</source>
        <translation>Vérification de ce qui a été contrôlé</translation>
    </message>
    <message>
        <source>Comparing with the run before</source>
        <translation>Comparaison avec la série précédente</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Twenty branded templates from one domain</source>
        <translation>Vingt modèles à votre image, d’un seul domaine</translation>
    </message>
    <message>
        <source>Mailwright reads a company’s site, finds its logo, name and colours, and makes its e-mails.</source>
        <translation>Mailwright lit un site, y trouve logo, nom et couleurs, et en tire les e-mails de l’entreprise.</translation>
    </message>
    <message>
        <source>company.com</source>
        <translation>entreprise.fr</translation>
    </message>
    <message>
        <source>Start from a domain</source>
        <translation>Partir d’un domaine</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Ouvrir un espace de travail…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Ouvrir l’exemple</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>Espaces de travail récents</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>Today, {time}</source>
        <translation>Aujourd’hui, {time}</translation>
    </message>
    <message>
        <source>Yesterday, {time}</source>
        <translation>Hier, {time}</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why does it look so?</source>
        <translation>Pourquoi cet aspect&#x202f;?</translation>
    </message>
    <message>
        <source>What the client changes</source>
        <translation>Ce que la messagerie change</translation>
    </message>
    <message>
        <source>The reasons are those of the model: the client itself may differ.</source>
        <translation>Les raisons sont celles du modèle&#xa0;: la messagerie elle-même peut s’en écarter.</translation>
    </message>
    <message>
        <source>Nothing to explain</source>
        <translation>Rien à expliquer</translation>
    </message>
    <message>
        <source>There is no picture.</source>
        <translation>Il n’y a pas d’image.</translation>
    </message>
    <message>
        <source>Looking at the mail…</source>
        <translation>Examen de l’e-mail…</translation>
    </message>
    <message>
        <source>No reason found</source>
        <translation>Aucune raison trouvée</translation>
    </message>
    <message>
        <source>Look for another word or certainty.</source>
        <translation>Cherchez un autre mot ou un autre degré de certitude.</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>Rien n’est changé</translation>
    </message>
    <message>
        <source>This client shows the mail as it is.</source>
        <translation>Cette messagerie montre l’e-mail tel quel.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n changement</numerusform>
            <numerusform>%n changements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>YesNoField</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Aucune valeur</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>As large as it fits (0)</source>
        <translation>Aussi grand que la place le permet (0)</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Réduire (−)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Agrandir (+)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
<context>
    <name>_AmountForm</name>
    <message>
        <source>{account} has {before} now, {after} afterwards.</source>
        <translation>{account} en a {before} maintenant, {after} ensuite.</translation>
    </message>
</context>
<context>
    <name>_Browse</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%n time(s) with the current data</source>
        <translation>
            <numerusform>%n fois avec les données actuelles</numerusform>
            <numerusform>%n fois avec les données actuelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problème</numerusform>
            <numerusform>%n problèmes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different mail(s)</source>
        <translation>
            <numerusform>%n e-mail</numerusform>
            <numerusform>%n e-mails différents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new picture(s)</source>
        <translation>
            <numerusform>%Ln nouvelle image</numerusform>
            <numerusform>%Ln nouvelles images</numerusform>
        </translation>
    </message>
    <message>
        <source>No new picture</source>
        <translation>Aucune nouvelle image</translation>
    </message>
    <message numerus="yes">
        <source>%Ln from cache</source>
        <translation>
            <numerusform>%Ln du cache</numerusform>
            <numerusform>%Ln du cache</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln jeton</numerusform>
            <numerusform>%Ln jetons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left</source>
        <translation>
            <numerusform>il en reste %Ln</numerusform>
            <numerusform>il en reste %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new picture(s) cost</source>
        <translation>
            <numerusform>%Ln nouvelle image coûte</numerusform>
            <numerusform>%Ln nouvelles images coûtent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left</source>
        <translation>
            <numerusform>il en reste %Ln</numerusform>
            <numerusform>il en reste %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try the %Ln failed one(s) again</source>
        <translation>
            <numerusform>Réessayer l’image en échec (%Ln)</numerusform>
            <numerusform>Réessayer les %Ln images en échec</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln picture(s)</source>
        <translation>
            <numerusform>Seulement %Ln image</numerusform>
            <numerusform>Seulement %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of %Ln picture(s)</source>
        <translation>
            <numerusform>{n} sur %Ln image</numerusform>
            <numerusform>{n} sur %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln messagerie</numerusform>
            <numerusform>%Ln messageries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln série</numerusform>
            <numerusform>%Ln séries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stale</source>
        <translation>
            <numerusform>%Ln périmée</numerusform>
            <numerusform>%Ln périmées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln échec</numerusform>
            <numerusform>%Ln échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not taken</source>
        <translation>
            <numerusform>%Ln non prise</numerusform>
            <numerusform>%Ln non prises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln template(s)</source>
        <translation>
            <numerusform>%Ln modèle</numerusform>
            <numerusform>%Ln modèles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln sélectionnée</numerusform>
            <numerusform>%Ln sélectionnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) charged</source>
        <translation>
            <numerusform>%Ln jeton débité</numerusform>
            <numerusform>%Ln jetons débités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them cover(s)</source>
        <translation>
            <numerusform>%Ln d’elles couvre</numerusform>
            <numerusform>%Ln d’entre elles couvrent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s) left out</source>
        <translation>
            <numerusform>%Ln messagerie laissée de côté</numerusform>
            <numerusform>%Ln messageries laissées de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) cannot be taken, because the mail does not compile; they cost nothing.</source>
        <translation>
            <numerusform>%Ln image ne peut être prise, car le mail ne se compile pas&#x202f;; elle ne coûte rien.</numerusform>
            <numerusform>%Ln images ne peuvent être prises, car le mail ne se compile pas&#x202f;; elles ne coûtent rien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln écriture</numerusform>
            <numerusform>%Ln écritures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln autre</numerusform>
            <numerusform>%Ln autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new answer(s)</source>
        <translation>
            <numerusform>%n nouvelle réponse</numerusform>
            <numerusform>%n nouvelles réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln endroit</numerusform>
            <numerusform>%Ln endroits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Days</name>
    <message numerus="yes">
        <source>opened a mail in the last %n day(s)</source>
        <translation>
            <numerusform>a ouvert un message depuis %n jour au plus</numerusform>
            <numerusform>a ouvert un message ces %n derniers jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>clicked in a mail in the last %n day(s)</source>
        <translation>
            <numerusform>a cliqué dans un message depuis %n jour au plus</numerusform>
            <numerusform>a cliqué dans un message ces %n derniers jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} was in the last %n day(s)</source>
        <translation>
            <numerusform>{name} date de %n jour au plus</numerusform>
            <numerusform>{name} date de %n jours au plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} is in the next %n day(s)</source>
        <translation>
            <numerusform>{name} tombe d’ici %n jour</numerusform>
            <numerusform>{name} tombe d’ici %n jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_LineDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
</TS>
