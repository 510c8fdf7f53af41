<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
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
        <source>Search templates</source>
        <translation>Rechercher des modèles</translation>
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
        <source>Undo the last update</source>
        <translation>Annuler la dernière mise à jour</translation>
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
        <source>640 pixels wide</source>
        <translation>640 pixels de large</translation>
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
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
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
    <message numerus="yes">
        <source>%n template(s) follow at once.</source>
        <translation>
            <numerusform>%n modèle suit aussitôt.</numerusform>
            <numerusform>%n modèles suivent aussitôt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own edits in templates and parts stay. The update can be undone.</source>
        <translation>Vos propres modifications des modèles et des parties restent. La mise à jour peut être annulée.</translation>
    </message>
    <message>
        <source>Edited by hand, and so kept: {parts}</source>
        <translation>Modifiées à la main, donc conservées : {parts}</translation>
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
    <name>BrandPanel</name>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
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
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>X (Twitter)</source>
        <translation>X (Twitter)</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marque</translation>
    </message>
    <message>
        <source>An empty address takes the icon out of every mail.</source>
        <translation>Une adresse vide retire l’icône de tous les e-mails.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Mettre à jour</translation>
    </message>
    <message>
        <source>Apply to all templates; what changes is shown first</source>
        <translation>Appliquer à tous les modèles ; ce qui change est montré d’abord</translation>
    </message>
    <message>
        <source>Undo the last update</source>
        <translation>Annuler la dernière mise à jour</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not applied yet</source>
        <translation>
            <numerusform>%n modification à appliquer</numerusform>
            <numerusform>%n modifications à appliquer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BrandVerbs</name>
    <message>
        <source>the present one</source>
        <translation>l’actuel</translation>
    </message>
    <message>
        <source>Updated. Kept, because they were edited by hand: {parts}</source>
        <translation>Mis à jour. Conservées, car modifiées à la main : {parts}</translation>
    </message>
    <message>
        <source>All templates follow the brand.</source>
        <translation>Tous les modèles suivent la marque.</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Does not compile</source>
        <translation>Ne compile pas</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Choose a colour…</source>
        <translation>Choisir une couleur…</translation>
    </message>
</context>
<context>
    <name>EvidenceButton</name>
    <message>
        <source>{field}: where it was found</source>
        <translation>{field} : où cela a été trouvé</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>votre choix</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>This was found</source>
        <translation>Voici ce qui a été trouvé</translation>
    </message>
    <message>
        <source>No logo was found: the name is set in type. You can choose a file later.</source>
        <translation>Aucun logo trouvé : le nom est composé en lettres. Vous pourrez choisir un fichier plus tard.</translation>
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
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
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
        <translation>{what} : {done} sur {total}</translation>
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
    <name>LogoField</name>
    <message>
        <source>Choose file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Choisir un logo</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open a workspace</source>
        <translation>Ouvrir un espace de travail</translation>
    </message>
    <message>
        <source>Export to a zip</source>
        <translation>Exporter dans un zip</translation>
    </message>
    <message>
        <source>Zip archives</source>
        <translation>Archives zip</translation>
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
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
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
        <translation>Rien n’est perdu ; vous pouvez continuer. Merci d’envoyer le rapport aux auteurs.</translation>
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
    <name>PaletteStrip</name>
    <message>
        <source>The colours that follow from it: light mails above, dark mails below</source>
        <translation>Les couleurs qui en découlent : e-mails clairs en haut, sombres en bas</translation>
    </message>
    <message>
        <source>Derived colours</source>
        <translation>Couleurs dérivées</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
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
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
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
        <source>Fit · {percent}</source>
        <translation>Ajusté · {percent}</translation>
    </message>
    <message>
        <source>Building the mail…</source>
        <translation>Compilation de l’e-mail…</translation>
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
        <translation>Le navigateur qui prend les images ; vide : celui qui est trouvé</translation>
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
        <source>The language of menus and messages</source>
        <translation>La langue des menus et des messages</translation>
    </message>
    <message>
        <source>Light or dark windows</source>
        <translation>Fenêtres claires ou sombres</translation>
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
    <name>SourcePage</name>
    <message>
        <source>Whose e-mails are they?</source>
        <translation>De qui sont ces e-mails ?</translation>
    </message>
    <message>
        <source>Name the company’s domain. Its home page, styles and logos are read once; nothing is sent.</source>
        <translation>Indiquez le domaine de l’entreprise. Sa page d’accueil, ses styles et ses logos sont lus une fois ; rien n’est envoyé.</translation>
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
        <source>Without a network: choose a page that was saved from the browser.</source>
        <translation>Sans réseau : choisissez une page enregistrée depuis le navigateur.</translation>
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
        <source>Choose a saved page</source>
        <translation>Choisir une page enregistrée</translation>
    </message>
    <message>
        <source>Saved pages</source>
        <translation>Pages enregistrées</translation>
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
        <source>Choosing the colours</source>
        <translation>Choix des couleurs</translation>
    </message>
</context>
<context>
    <name>TemplateModel</name>
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
    <name>Trouble</name>
    <message>
        <source>Show the file</source>
        <translation>Afficher le fichier</translation>
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
    <name>_Browse</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
</context>
</TS>
