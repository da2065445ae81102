# Offers: a waiting request is pointed out to one member of staff, $name.

offers-you = For you
offers-to = Offered to { $name }
offers-offered = Offered to
offers-me = Offered to me
