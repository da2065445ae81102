# Ofertas: una solicitud en espera se señala a un miembro del personal, $name.

offers-you = Para usted
offers-to = Ofrecida a { $name }
offers-offered = Ofrecida a
offers-me = Ofrecidas a mí
