# العروض: يُعرض طلب منتظر على أحد الموظفين، $name.

offers-you = لك
offers-to = معروض على { $name }
offers-offered = معروض على
offers-me = المعروض عليّ
