# ردود جاهزة للموظفين: يُرسل canned-NAME بلغة الزائر، ويسميه canned-NAME-title في لوحة الموظفين.

canned-greeting-title = تحية
canned-greeting = مرحبًا، اسمي { $name }. قرأتُ سؤالكم وأعمل عليه الآن.
canned-details-title = طلب تفاصيل
canned-details = هل لكم أن تخبروني بالمزيد كي أتمكن من مساعدتكم: ماذا حدث بالضبط، ومتى؟
canned-checking-title = يلزم وقت
canned-checking = عليّ أن أستشير أحد الزملاء في هذا الأمر. سيظهر الرد هنا، ورقم طلبكم { $case }.
canned-solved-title = هل من شيء آخر؟
canned-solved = آمل أن يكون في هذا جواب عن سؤالكم. هل أستطيع مساعدتكم في شيء آخر؟
canned-closing-title = وداع
canned-closing = بما أنه لم يصلني منكم جديد، أغلق الطلب { $case }. يمكنكم الكتابة هنا من جديد متى شئتم.
