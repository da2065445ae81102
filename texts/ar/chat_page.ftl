chat-choose = اختيار
chat-refresh = البحث عن رسائل جديدة
chat-earlier = رسائل سابقة: { $count }
chat-plain = المحادثة في صفحة بسيطة من دون JavaScript
