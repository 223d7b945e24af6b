"""The maintainer's workshop: what is said and done about a Word template before it is used.

A template is *read* into passages and tags (`reading`, `tags`), its blocks are paired
(`blocks`), its names are followed through the tree of the context (`kinds`, `following`), and
`TEMPLATE_RULES` say what is wrong with it. Nothing here renders a dossier.
"""
